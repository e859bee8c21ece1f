package throughline.core.conversation;

import java.time.Instant;

/** The bot's clock, which demos and tests may move. */
public interface Clockwork {
    Instant now();

    boolean isSettable();

    /**
     * Moves the clock forward, runs what falls due on the way and returns when nothing due is left.
     *
     * @return the time afterwards
     * @throws IllegalStateException if the clock is not settable
     * @throws IllegalArgumentException if {@code later} is in the past
     */
    Instant moveTo(Instant later);
}
