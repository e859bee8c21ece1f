package throughline.core.conversation;

import java.util.List;
import java.util.Optional;

/** Hears what people do on a platform. */
public interface Listener {
    /**
     * Persists an input, so that it may be acknowledged: from now on it is answered, by another process if need be.
     *
     * @return what answers it, to be run once; empty for a delivery that was heard before
     * @throws StoreUnavailable if the input could not be persisted
     */
    Optional<Heard> accept(Incoming incoming);

    /**
     * Answers a question from which nothing follows but words, without keeping the input and without sending anything: for
     * platforms that want the answer in the response. The input must already be {@linkplain Messenger#introduce introduced}.
     *
     * @return what is to be said, in order; empty if more follows or the answer may take long, so that the input has to be
     *     accepted
     * @throws StoreUnavailable if the store did not answer
     */
    Optional<List<Posting>> ask(Incoming incoming);

    /**
     * Persists an input, then answers it.
     *
     * @return what was said, in order; empty for a delivery that was heard before
     * @throws StoreUnavailable if the input could not be persisted, or not answered yet
     */
    default List<Posting> hear(Incoming incoming) {
        return accept(incoming).map(Heard::answer).orElse(List.of());
    }
}
