package throughline.adapter.slack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what is bound to happen. */
final class Awaited {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(5);

    private Awaited() {}

    /** Until the check passes; its last failure is the test's. */
    static void until(Runnable check) {
        long start = System.nanoTime();
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw notYet;
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }
}
