package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Commits;
import throughline.core.conversation.InMemoryStore;
import throughline.core.conversation.TurnStore.Outcome;
import throughline.core.conversation.Version;
import throughline.core.roadmap.Horizon;

class CountingStoreTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CountingStore store = new CountingStore(new InMemoryStore(), registry);

    @Test
    void commits_are_counted_by_how_they_end() {
        Version start = store.load("x").version();
        assertEquals(
                Outcome.COMMITTED,
                store.commit(
                        Commits.on(start).with(Commits.add("I1", Horizon.NOW)).done()));
        assertEquals(
                Outcome.MOVED,
                store.commit(Commits.on(start)
                        .relyingOn("I1")
                        .with(Commits.move("I1", Horizon.NEXT))
                        .done()));
        assertEquals(
                Outcome.ANSWERED,
                store.commit(Commits.on(store).answering("gone").done()));
        assertEquals(1, count("committed"));
        assertEquals(1, count("moved"));
        assertEquals(1, count("answered"));
    }

    private double count(String outcome) {
        return registry.get("throughline.commits")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
