package throughline.core.conversation;

import java.time.Duration;
import java.util.List;

/** Messages that were committed and are not known to have been sent. */
public interface Outbox {
    /** Notes that these were sent. */
    void sent(List<Posting> postings);

    /** Messages that have waited for at least {@code age}, oldest first. */
    List<Posting> waiting(Duration age);
}
