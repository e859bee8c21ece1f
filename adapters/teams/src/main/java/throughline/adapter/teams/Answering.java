package throughline.adapter.teams;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that answer what was acknowledged. What they do not get to is answered when the bot catches up. */
final class Answering implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 1000;
    private static final int IDLE_SECONDS = 60;
    private static final int LAST_SECONDS = 2;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), this::thread);

    Answering() {
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable task) {
        return new Thread(task, "teams-answering-" + count.incrementAndGet());
    }

    ExecutorService threads() {
        return threads;
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
