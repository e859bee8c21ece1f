package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a clock does that may be moved. */
public abstract class ClockworkContract {
    /** One settable clock for the test, which shows a time before 2028. */
    protected abstract Clockwork clock();

    @Test
    public void it_shows_the_time_it_was_moved_to() {
        Instant later = Instant.parse("2028-03-06T09:30:00Z");
        assertEquals(later, clock().moveTo(later));
        assertEquals(later, clock().now());
    }

    @Test
    public void it_does_not_go_back() {
        Instant later = Instant.parse("2028-03-06T09:30:00Z");
        clock().moveTo(later);
        assertThrows(IllegalArgumentException.class, () -> clock().moveTo(later.minusNanos(1)));
        assertEquals(later, clock().now());
    }
}
