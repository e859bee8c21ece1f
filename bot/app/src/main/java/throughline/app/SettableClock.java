package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.conversation.Clockwork;

/** The bot's clock in demonstrations and tests. */
final class SettableClock implements Clockwork {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

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
        if (!later.isBefore(END_OF_TIME)) {
            // There is no way back, and calendars do not reach as far as instants do.
            throw new IllegalArgumentException("The clock goes to the end of the year 9999; give an earlier time.");
        }
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
