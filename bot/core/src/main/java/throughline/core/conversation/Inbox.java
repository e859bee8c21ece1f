package throughline.core.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Inputs that were acknowledged and are not answered yet. */
public interface Inbox {
    /** An input that waits, under the ticket that a commit takes out. */
    record Waiting(String ticket, Incoming incoming) {}

    /**
     * Persists an input.
     *
     * @return its ticket, or empty if this delivery was accepted before and is still {@linkplain Incoming#knownFor known}
     */
    Optional<String> accept(Incoming incoming);

    /** Takes out an input that needed no commit. */
    void done(String ticket);

    /** Inputs that have waited for at least {@code age}, oldest first: their process died, or is about to answer. */
    List<Waiting> waiting(Duration age);
}
