package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreshTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private Duration now = Duration.ofMillis(7);
    private Duration answer = LONG;
    private Duration takes = Duration.ZERO;
    private int questions;
    private final Fresh permit = new Fresh(this::ask, () -> now.toNanos());

    private Duration ask() {
        questions++;
        now = now.plus(takes);
        return answer;
    }

    @Test
    void what_was_just_asked_is_not_asked_again() {
        assertTrue(permit.isOpen());
        now = now.plus(Fresh.AGE).minusMillis(1);
        assertTrue(permit.isOpen());
        assertEquals(1, questions);
    }

    @Test
    void who_slept_asks_again() {
        assertTrue(permit.isOpen());
        now = now.plus(Fresh.AGE);
        answer = Duration.ZERO;
        assertFalse(permit.isOpen());
        assertEquals(2, questions);
    }

    @Test
    void what_ends_sooner_is_asked_again_sooner() {
        answer = Duration.ofMillis(20);
        assertTrue(permit.isOpen());
        now = now.plusMillis(20);
        assertTrue(permit.isOpen());
        assertEquals(2, questions);
    }

    @Test
    void an_answer_that_was_long_on_its_way_is_none() {
        takes = Fresh.AGE.plusMillis(1);
        assertFalse(permit.isOpen());
        takes = Duration.ZERO;
        assertTrue(permit.isOpen());
    }
}
