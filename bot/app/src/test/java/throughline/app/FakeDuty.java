package throughline.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A duty that falls due again and again, and notes at which time it was done. */
final class FakeDuty implements Duty {
    private final InstantSource clock;
    private final Duration every;
    private final List<Instant> done = new ArrayList<>();
    private Instant next;

    FakeDuty(InstantSource clock, Instant first, Duration every) {
        this.clock = clock;
        this.next = first;
        this.every = every;
    }

    List<Instant> done() {
        return done;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Optional<Instant> due() {
        return Optional.of(next);
    }

    @Override
    public void run() {
        while (!next.isAfter(clock.instant())) {
            done.add(clock.instant());
            next = next.plus(every);
        }
    }
}
