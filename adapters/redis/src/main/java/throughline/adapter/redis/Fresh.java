package throughline.adapter.redis;

import java.time.Duration;
import java.util.function.LongSupplier;
import throughline.core.delivery.Permit;

/**
 * A permit that ages, as a connection is made or the process sleeps: an order to wait may have come meanwhile. What is not fresh is asked
 * for again, so what leaves was allowed a moment before.
 */
final class Fresh implements Permit {
    static final Duration AGE = Duration.ofMillis(200);

    /** Where each answer takes longer than it is fresh, nothing leaves. */
    private static final int QUESTIONS = 5;

    private final Question question;
    private final LongSupplier nanos;
    private long asked;
    private long open;

    /** Asks whether a call may leave. */
    @FunctionalInterface
    interface Question {
        /** How long it may, counted from before it was asked; zero if it must not. */
        Duration ask();
    }

    /** @param nanos a clock that never jumps */
    Fresh(Question question, LongSupplier nanos) {
        this.question = question;
        this.nanos = nanos;
    }

    @Override
    public synchronized boolean isOpen() {
        for (int questions = 0; questions < QUESTIONS && !isFresh(); questions++) {
            asked = nanos.getAsLong();
            open = Math.min(question.ask().toNanos(), AGE.toNanos());
            if (open <= 0) {
                return false;
            }
        }
        return isFresh();
    }

    private boolean isFresh() {
        return nanos.getAsLong() - asked < open;
    }
}
