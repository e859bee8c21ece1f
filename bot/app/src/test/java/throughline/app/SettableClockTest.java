package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Clockwork;
import throughline.core.conversation.ClockworkContract;
import throughline.core.conversation.InMemoryTimeMark;

class SettableClockTest extends ClockworkContract {
    private static final Instant MONDAY = Instant.parse("2027-01-04T09:30:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final AtomicReference<Instant> real = new AtomicReference<>(MONDAY.minus(WEEK));
    private final InMemoryTimeMark mark = new InMemoryTimeMark();
    private final MarkedTime time = new MarkedTime(mark, real::get);

    private final SettableClock settable = with();

    @Override
    protected Clockwork clock() {
        return settable;
    }

    @Test
    void shows_real_time_until_it_is_first_set() {
        SettableClock clock = with();
        real.set(MONDAY.minusSeconds(1));
        assertEquals(MONDAY.minusSeconds(1), clock.now());
    }

    @Test
    void stands_still_once_it_is_set() {
        SettableClock clock = with();
        assertEquals(MONDAY, clock.moveTo(MONDAY));
        real.set(MONDAY.plus(WEEK));
        assertEquals(MONDAY, clock.now());
        assertTrue(clock.isSettable());
    }

    @Test
    void goes_on_at_the_last_time_set_after_a_restart() {
        with().moveTo(MONDAY);
        assertEquals(MONDAY, with().now());
    }

    @Test
    void does_not_go_back() {
        SettableClock clock = with();
        clock.moveTo(MONDAY);
        assertThrows(IllegalArgumentException.class, () -> clock.moveTo(MONDAY.minusNanos(1)));
        assertEquals(MONDAY, clock.now());
    }

    @Test
    void does_not_go_where_no_calendar_reaches() {
        SettableClock clock = with();
        assertThrows(IllegalArgumentException.class, () -> clock.moveTo(java.time.Instant.MAX));
        assertEquals(MONDAY, clock.moveTo(MONDAY));
    }

    @Test
    void runs_what_falls_due_at_the_time_at_which_it_does() {
        FakeDuty weekly = new FakeDuty(time, MONDAY, WEEK);
        FakeDuty once = new FakeDuty(time, MONDAY.plusSeconds(60), WEEK.multipliedBy(99));
        with(weekly, once).moveTo(MONDAY.plus(WEEK).plus(WEEK));
        assertEquals(List.of(MONDAY, MONDAY.plus(WEEK), MONDAY.plus(WEEK).plus(WEEK)), weekly.done());
        assertEquals(List.of(MONDAY.plusSeconds(60)), once.done());
    }

    @Test
    void runs_first_what_was_due_before() {
        FakeDuty late = new FakeDuty(time, MONDAY.minus(WEEK).minusSeconds(5), WEEK.multipliedBy(99));
        with(late).moveTo(MONDAY);
        assertEquals(List.of(MONDAY.minus(WEEK)), late.done());
    }

    @Test
    void moving_to_the_present_runs_what_is_due() {
        with().moveTo(MONDAY);
        FakeDuty due = new FakeDuty(time, MONDAY, WEEK);
        with(due).moveTo(MONDAY);
        assertEquals(List.of(MONDAY), due.done());
    }

    @Test
    void a_duty_that_fails_does_not_hold_up_the_clock() {
        FakeDuty weekly = new FakeDuty(time, MONDAY, WEEK);
        assertEquals(MONDAY.plus(WEEK), with(new Failing(), weekly).moveTo(MONDAY.plus(WEEK)));
        assertEquals(2, weekly.done().size());
    }

    @Test
    void real_time_is_not_moved() {
        RealClock clock = new RealClock(InstantSource.fixed(MONDAY));
        assertFalse(clock.isSettable());
        assertEquals(MONDAY, clock.now());
        assertThrows(IllegalStateException.class, () -> clock.moveTo(MONDAY.plus(WEEK)));
    }

    private SettableClock with(Duty... duties) {
        return new SettableClock(time, new Ticker(List.of(duties), Ticker.BEAT));
    }

    /** Is always due in a moment and never done. */
    private record Failing() implements Duty {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(MONDAY.plusSeconds(1));
        }

        @Override
        public void run() {
            throw new IllegalStateException("never");
        }
    }
}
