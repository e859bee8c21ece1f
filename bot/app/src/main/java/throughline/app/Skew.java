package throughline.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import throughline.core.delivery.StoreTime;

/** How far the store's clock is from this machine's: leases and delays go by the one, due times by the other. */
final class Skew implements Duty {
    static final Duration ALARM = Duration.ofSeconds(2);
    static final Duration NOT_READY = Duration.ofSeconds(60);

    private static final Logger LOG = System.getLogger(Skew.class.getName());

    private final StoreTime store;
    private final InstantSource clock;
    private volatile Duration last = Duration.ZERO;

    Skew(StoreTime store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "skew";
    }

    @Override
    public Optional<Instant> due() {
        return Optional.empty();
    }

    /** What was asked took some time, of which it is not known when the store looked at its clock. */
    @Override
    public void run() {
        Instant before = clock.instant();
        Instant there = store.now();
        Instant after = clock.instant();
        last = there.isBefore(before)
                ? Duration.between(before, there)
                : there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
        if (last.abs().compareTo(ALARM) >= 0) {
            LOG.log(Level.WARNING, "clock-skew: the store''s clock is {0} from this machine''s", last);
        }
    }

    /** As it was at the last look; positive if the store is ahead. */
    Duration last() {
        return last;
    }

    /** Why nothing should be sent, if it is that bad. */
    Optional<String> problem() {
        return last.abs().compareTo(NOT_READY) >= 0
                ? Optional.of("the store's clock is " + last.abs().toSeconds() + " s from this machine's")
                : Optional.empty();
    }
}
