package throughline.core.conversation;

import java.time.Duration;
import java.time.Instant;

class InMemoryTurnStoreTest extends TurnStoreContract {
    private Instant now = Instant.EPOCH;
    private final InMemoryStore store = new InMemoryStore(() -> now);

    @Override
    protected TurnStore store() {
        return store;
    }

    @Override
    protected TurnStore seenByAnother() {
        return store;
    }

    @Override
    protected Inbox inbox() {
        return store.inbox();
    }

    @Override
    protected Outbox outbox() {
        return store.outbox();
    }

    @Override
    protected void pass(Duration time) {
        now = now.plus(time);
    }
}
