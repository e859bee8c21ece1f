package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickerTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    /** Does something each time it is run. */
    private record Doing(Runnable what) implements Duty {
        @Override
        public String name() {
            return "doing";
        }

        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }

        @Override
        public void run() {
            what.run();
        }
    }

    @Test
    void the_first_round_is_at_the_start() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (Ticker ticker = new Ticker(List.of(new Doing(done::countDown)), NEVER)) {
            ticker.start();
            assertTrue(done.await(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_duty_that_throws_is_tried_again_and_holds_up_nobody() throws InterruptedException {
        CountDownLatch tried = new CountDownLatch(3);
        CountDownLatch done = new CountDownLatch(3);
        Duty failing = new Doing(() -> {
            tried.countDown();
            throw new IllegalStateException("as planned");
        });
        Duty dying = new Doing(() -> {
            throw new StackOverflowError("as planned");
        });
        try (Ticker ticker = new Ticker(List.of(failing, dying, new Doing(done::countDown)), SHORT)) {
            ticker.start();
            assertTrue(tried.await(10, TimeUnit.SECONDS));
            assertTrue(done.await(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void closing_waits_for_the_round_that_is_running() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Ticker ticker = new Ticker(
                List.of(new Doing(() -> {
                    started.countDown();
                    await(closing);
                    ended.countDown();
                })),
                SHORT);
        ticker.start();
        assertTrue(started.await(10, TimeUnit.SECONDS));
        closing.countDown();
        ticker.close();
        assertEquals(0, ended.getCount());
    }

    @Test
    void the_next_due_time_is_the_earliest_after_the_one_given() {
        Instant now = Instant.EPOCH;
        FakeDuty soon = new FakeDuty(() -> now, now.plusSeconds(1), NEVER);
        FakeDuty later = new FakeDuty(() -> now, now.plusSeconds(2), NEVER);
        try (Ticker ticker = new Ticker(List.of(later, soon, new Doing(() -> {})), NEVER)) {
            assertEquals(Optional.of(now.plusSeconds(1)), ticker.dueAfter(now));
            assertEquals(Optional.of(now.plusSeconds(2)), ticker.dueAfter(now.plusSeconds(1)));
            assertFalse(ticker.dueAfter(now.plusSeconds(2)).isPresent());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }
}
