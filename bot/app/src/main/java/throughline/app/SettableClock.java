package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.conversation.Clockwork;

/** The bot's clock in demonstrations and tests. */
final class SettableClock implements Clockwork {
    private final MarkedTime time;
    private final Ticker ticker;

    SettableClock(MarkedTime time, Ticker ticker) {
        this.time = time;
        this.ticker = ticker;
    }

    @Override
    public Instant now() {
        return time.instant();
    }

    @Override
    public boolean isSettable() {
        return true;
    }

    /** Stops at each time at which something falls due, so that it happens as it would have. */
    @Override
    public synchronized Instant moveTo(Instant later) {
        Instant stop = now();
        if (later.isBefore(stop)) {
            throw new IllegalArgumentException("The clock goes forward only; it is already " + stop + ".");
        }
        ticker.round();
        for (Optional<Instant> due = dueBy(later, stop); due.isPresent(); due = dueBy(later, stop)) {
            stop = due.get();
            runAt(stop);
        }
        runAt(later);
        return later;
    }

    private Optional<Instant> dueBy(Instant latest, Instant stop) {
        return ticker.dueAfter(stop).filter(due -> !due.isAfter(latest));
    }

    private void runAt(Instant stop) {
        time.mark().put(stop);
        ticker.round();
    }
}
