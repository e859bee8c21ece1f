package throughline.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Sees to it, on one thread of its own, that duties are done. A duty that fails is logged and tried again at the next beat. */
final class Ticker implements AutoCloseable {
    static final Duration BEAT = Duration.ofSeconds(10);

    private static final Duration LAST_ROUND = Duration.ofSeconds(3);
    private static final Logger LOG = System.getLogger(Ticker.class.getName());

    private final List<Duty> duties;
    private final Duration beat;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ticker"));

    Ticker(List<Duty> duties, Duration beat) {
        this.duties = List.copyOf(duties);
        this.beat = beat;
    }

    void start() {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(this::round, 0, beat.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs every duty once; never two rounds at a time. */
    synchronized void round() {
        duties.forEach(Ticker::run);
    }

    /** The first time after this one at which a duty wants to run, by the bot's clock. */
    Optional<Instant> dueAfter(Instant time) {
        return duties.stream()
                .flatMap(Ticker::due)
                .filter(due -> due.isAfter(time))
                .min(Instant::compareTo);
    }

    private static Stream<Instant> due(Duty duty) {
        try {
            return duty.due().stream();
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "duty-failed: " + duty.name() + " does not know when it is due", broken);
            return Stream.empty();
        }
    }

    /** Runs a duty outside of the rounds; one that fails is logged. */
    static void run(Duty duty) {
        try {
            duty.run();
        } catch (RuntimeException | Error broken) {
            // A scheduled task that throws would never be run again.
            LOG.log(Level.WARNING, "duty-failed: " + duty.name() + " is tried again later", broken);
        }
    }

    /** Lets the round that is running come to its end. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
