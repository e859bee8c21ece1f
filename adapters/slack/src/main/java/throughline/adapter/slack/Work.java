package throughline.adapter.slack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is done after the acknowledgement. Bounded: what does not fit is persisted, and answered later by the catch-up. */
final class Work {
    private static final Logger LOG = System.getLogger(Work.class.getName());
    private static final int AT_ONCE = 32;
    private static final int IN_LINE = 2000;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(IN_LINE), this::thread);

    Work() {
        executor.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "slack-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** @return false if there is too much to do */
    boolean begin(Runnable task) {
        try {
            executor.execute(() -> run(task));
            return true;
        } catch (RejectedExecutionException full) {
            LOG.log(Level.WARNING, "Too much to do in Slack; an answer will be late");
            return false;
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "An answer in Slack will be late", broken);
        }
    }

    void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
