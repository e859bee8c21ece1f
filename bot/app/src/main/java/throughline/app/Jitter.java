package throughline.app;

import java.time.Duration;
import java.util.random.RandomGenerator;
import throughline.core.conversation.Pause;

/** Pauses that grow from 5 to 400 ms, each shortened by up to a half at random, so that two that met do not meet again. */
record Jitter(RandomGenerator random, Sleep sleep) implements Pause {
    private static final double FIRST = 5;
    private static final double GROWTH = 1.7;
    private static final double LONGEST = 400;

    /** How time is let pass. */
    @FunctionalInterface
    interface Sleep {
        void sleep(Duration length) throws InterruptedException;
    }

    @Override
    public void before(int attempt) {
        try {
            sleep.sleep(length(attempt));
        } catch (InterruptedException hurried) {
            // Whoever hurries us wants the turn to come to its end; it does, only sooner.
            Thread.currentThread().interrupt();
        }
    }

    private Duration length(int attempt) {
        double longest = Math.min(LONGEST, FIRST * Math.pow(GROWTH, attempt - 1));
        return Duration.ofNanos(Math.round(longest * random.nextDouble(0.5, 1) * 1_000_000));
    }
}
