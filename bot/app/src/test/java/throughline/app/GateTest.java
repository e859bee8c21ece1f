package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Heard;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.people.Account;

class GateTest {
    private static final Incoming INCOMING = new Incoming(
            "d1",
            Speaker.member(Account.local("ana"), "Ana"),
            new Place("local", "dm", Optional.empty(), Place.Reach.DIRECT),
            new Input.Said("now", Input.Manner.OPEN),
            "");

    private final Readiness readiness = new Readiness();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Listener listener = new MeasuredListener(new Gate(readiness, new Answering()), registry);

    @Test
    void nobody_is_heard_before_the_roadmap_is_there() {
        readiness.loading("importing plan.yaml");
        StoreUnavailable told = assertThrows(StoreUnavailable.class, () -> listener.hear(INCOMING));
        assertEquals("Not ready yet: importing plan.yaml", told.getMessage());
        assertEquals(1, answers("failed"));
    }

    @Test
    void everybody_is_heard_once_it_is_there() {
        readiness.ready();
        assertEquals(List.of(), listener.hear(INCOMING));
        assertEquals(1, answers("answered"));
        assertEquals(
                1,
                registry.get("throughline.inputs").tag("kind", "said").counter().count());
    }

    /** Hears everything and says nothing. */
    private static final class Answering implements Listener {
        @Override
        public Optional<Heard> accept(Incoming incoming) {
            return Optional.of(List::of);
        }

        @Override
        public Optional<List<Posting>> ask(Incoming incoming) {
            return Optional.of(List.of());
        }
    }

    private long answers(String outcome) {
        return registry.get("throughline.answer")
                .tag("outcome", outcome)
                .timer()
                .count();
    }
}
