package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JitterTest {
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void eleven_pauses_take_less_than_two_seconds_at_the_longest() {
        pause(new Longest(), 11);
        Duration all = pauses.stream().reduce(Duration.ZERO, Duration::plus);
        assertTrue(all.compareTo(Duration.ofSeconds(2)) < 0, all.toString());
        assertTrue(all.compareTo(Duration.ofSeconds(1)) > 0, all.toString());
    }

    @Test
    void pauses_grow_from_5_to_400_milliseconds() {
        pause(new Longest(), 12);
        assertEquals(Duration.ofMillis(5), pauses.get(0));
        assertEquals(Duration.ofMillis(400), pauses.get(11));
        IntStream.range(1, 12)
                .forEach(i -> assertTrue(pauses.get(i).compareTo(pauses.get(i - 1)) >= 0, pauses::toString));
    }

    @Test
    void two_that_met_pause_for_different_times() {
        pause(new Random(1), 1);
        pause(new Random(2), 1);
        assertNotEquals(pauses.get(0), pauses.get(1));
    }

    @Test
    void somebody_hurried_does_not_pause_and_stays_hurried() {
        new Jitter(new Random(1), length -> {
                    throw new InterruptedException();
                })
                .before(1);
        assertTrue(Thread.interrupted());
    }

    private void pause(RandomGenerator random, int attempts) {
        Jitter jitter = new Jitter(random, pauses::add);
        IntStream.rangeClosed(1, attempts).forEach(jitter::before);
    }

    /** Draws the upper bound each time. */
    private record Longest() implements RandomGenerator {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public double nextDouble(double from, double to) {
            return to;
        }
    }
}
