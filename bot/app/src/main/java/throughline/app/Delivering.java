package throughline.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import throughline.core.delivery.Dispatch;

/** Threads that send what waits, as soon as it does. */
final class Delivering implements AutoCloseable {
    private static final int THREADS = 4;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration LAST_CALL = Duration.ofSeconds(3);
    private static final Logger LOG = System.getLogger(Delivering.class.getName());

    private final Dispatch dispatch;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "delivering"));

    Delivering(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    void start() {
        IntStream.range(0, THREADS).forEach(number -> threads.execute(this::deliver));
    }

    private void deliver() {
        while (!threads.isShutdown()) {
            try {
                if (!next()) {
                    Thread.sleep(IDLE.toMillis());
                }
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private boolean next() {
        try {
            return dispatch.next();
        } catch (RuntimeException | Error broken) {
            // A thread that ends here would be missing until the next start.
            LOG.log(Level.WARNING, "delivery-failed: what waits is tried again", broken);
            return false;
        }
    }

    /** Lets calls that are under way come to their end; what does not is looked for by whoever comes next. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_CALL.toMillis(), TimeUnit.MILLISECONDS)) {
                List<Runnable> waiting = threads.shutdownNow();
                LOG.log(Level.INFO, "a call is left under way; {0} threads had not begun", waiting.size());
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
