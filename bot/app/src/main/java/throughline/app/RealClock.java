package throughline.app;

import java.time.Instant;
import java.time.InstantSource;
import throughline.core.conversation.Clockwork;

/** The bot's clock in earnest: real time, which nobody moves. */
record RealClock(InstantSource real) implements Clockwork {
    @Override
    public Instant now() {
        return real.instant();
    }

    @Override
    public boolean isSettable() {
        return false;
    }

    @Override
    public Instant moveTo(Instant later) {
        throw new IllegalStateException("The clock shows real time; start with THROUGHLINE_CLOCK=settable to move it.");
    }
}
