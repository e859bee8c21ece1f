package throughline.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;

/** Counts how commits end. A turn whose commit is refused because its basis has moved is run again. */
final class CountingStore implements TurnStore {
    private final TurnStore store;
    private final MeterRegistry registry;

    CountingStore(TurnStore store, MeterRegistry registry) {
        this.store = store;
        this.registry = registry;
        // So that a dashboard shows zero rather than nothing.
        Arrays.stream(Outcome.values()).forEach(this::counter);
    }

    @Override
    public Snapshot load(String conversation) {
        return store.load(conversation);
    }

    @Override
    public Outcome commit(Commit commit) {
        Outcome outcome = store.commit(commit);
        counter(outcome).increment();
        return outcome;
    }

    @Override
    public void finish() {
        store.finish();
    }

    private Counter counter(Outcome outcome) {
        return Counter.builder("throughline.commits")
                .description("Commits of turns; those that ended as moved were refused and their turns run again")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
