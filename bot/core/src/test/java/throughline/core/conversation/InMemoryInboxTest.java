package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemoryInboxTest extends InboxContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-04T09:30:00Z"));
    private final InMemoryStore store = new InMemoryStore(now::get);

    @Override
    protected Inbox inbox() {
        return store.inbox();
    }

    @Override
    protected Inbox seenByAnother() {
        return store.inbox();
    }

    @Test
    void an_input_that_came_an_hour_ago_has_waited_for_an_hour() {
        accept(said("d1", "now"));
        pass(Duration.ofHours(1));
        assertEquals(1, inbox().waiting(Duration.ofHours(1)).size());
        assertTrue(inbox().waiting(Duration.ofMinutes(61)).isEmpty());
    }

    @Test
    void a_delivery_is_forgotten_after_26_hours() {
        accept(said("d1", "now"));
        pass(Duration.ofHours(26));
        assertTrue(inbox().accept(said("d1", "now")).isPresent());
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
