package throughline.core.conversation;

import java.util.List;

/** Hears what people do on a platform. */
@FunctionalInterface
public interface Listener {
    /**
     * Persists an input, then answers it.
     *
     * @return what was said, in order; empty for a delivery that was heard before
     * @throws StoreUnavailable if the input could not be persisted, or not answered yet
     */
    List<Posting> hear(Incoming incoming);
}
