package throughline.core.conversation;

import java.util.List;

/** An input that is persisted and waits for its answer. */
@FunctionalInterface
public interface Heard {
    /**
     * Answers it, and speaks.
     *
     * @return what was said, in order; empty if somebody else answered it meanwhile
     * @throws StoreUnavailable if it could not be answered yet; it is answered later
     */
    List<Posting> answer();
}
