package throughline.core.delivery;

import java.time.Duration;

/** What a platform made of a call. */
public sealed interface Outcome {
    /** @param id by which the platform knows the message */
    record Accepted(String id) implements Outcome {}

    /**
     * Certainly not taken, and may be taken another time.
     *
     * @param pause what the platform asked for; zero if it asked for nothing
     */
    record NotAccepted(Duration pause, String reason) implements Outcome {
        /** Whether the platform takes nothing from us for now. */
        public boolean isPause() {
            return !pause.isZero();
        }
    }

    /** Not taken, today as tomorrow. */
    record Never(String reason) implements Outcome {}

    /** It may have been taken. */
    record Unknown(String reason) implements Outcome {}
}
