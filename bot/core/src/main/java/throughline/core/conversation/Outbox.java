package throughline.core.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages that were committed and are not known to have been sent. */
public interface Outbox {
    /** Notes that these were sent. */
    void sent(List<Posting> postings);

    /**
     * Hands a message to deliveries, together with taking it out. It may have been sent, so it is looked for before it is sent. One that
     * does not wait is passed over.
     *
     * @param due when it was to be sent, by the bot's clock
     * @param until after this it comes too late
     */
    void handOver(Posting posting, Instant due, Instant until);

    /** Messages that have waited for at least {@code age}, oldest first. */
    List<Posting> waiting(Duration age);
}
