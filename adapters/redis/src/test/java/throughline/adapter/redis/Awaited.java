package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what is bound to happen. */
final class Awaited {
    private static final long STEP_MILLIS = 5;

    private Awaited() {}

    static void until(Duration patience, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                fail("it did not happen within " + patience);
            }
            step();
        }
    }

    private static void step() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
    }
}
