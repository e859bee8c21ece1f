package throughline.adapter.web;

import java.time.Instant;
import throughline.core.conversation.Clockwork;

/** A clock that runs only by hand. */
final class HandClock implements Clockwork {
    private final boolean settable;
    private Instant now = Instant.parse("2027-01-01T00:00:00Z");

    HandClock(boolean settable) {
        this.settable = settable;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public boolean isSettable() {
        return settable;
    }

    @Override
    public synchronized Instant moveTo(Instant later) {
        if (!settable) {
            throw new IllegalStateException("not settable");
        }
        if (later.isBefore(now)) {
            throw new IllegalArgumentException("in the past");
        }
        now = later;
        return now;
    }
}
