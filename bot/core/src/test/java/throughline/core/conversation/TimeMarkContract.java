package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link TimeMark} does. Each test begins with a new one. */
public abstract class TimeMarkContract {
    protected abstract TimeMark mark();

    @Test
    void a_new_mark_has_no_time() {
        assertEquals(Optional.empty(), mark().last());
    }

    @Test
    void the_last_time_put_is_told_to_the_nanosecond() {
        mark().put(Instant.parse("2027-01-04T09:30:00Z"));
        mark().put(Instant.parse("2027-01-05T09:30:00.123456789Z"));
        assertEquals(Optional.of(Instant.parse("2027-01-05T09:30:00.123456789Z")), mark().last());
    }
}
