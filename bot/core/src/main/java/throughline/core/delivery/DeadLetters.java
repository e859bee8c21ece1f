package throughline.core.delivery;

import java.time.Instant;
import java.util.List;

/** Messages that nobody sends until an operator decides. */
public interface DeadLetters {
    /** None ever lies there. */
    DeadLetters NONE = new DeadLetters() {
        @Override
        public List<DeadLetter> newest(int most) {
            return List.of();
        }

        @Override
        public boolean retry(String id) {
            return false;
        }

        @Override
        public boolean discard(String id) {
            return false;
        }
    };

    /** Why it lies there. */
    enum State {
        /** It may have arrived and we cannot look. */
        HELD,
        /** It will not be taken. */
        DEAD,
        /** Its time had passed. */
        SKIPPED
    }

    /** @param since by the store's clock */
    record DeadLetter(String id, State state, String reason, Instant since) {}

    /** Newest first. */
    List<DeadLetter> newest(int most);

    /**
     * Sends it after all, even if it may have arrived.
     *
     * @return false if it does not lie there
     */
    boolean retry(String id);

    /**
     * Takes it off the list; it is never sent.
     *
     * @return false if it does not lie there
     */
    boolean discard(String id);
}
