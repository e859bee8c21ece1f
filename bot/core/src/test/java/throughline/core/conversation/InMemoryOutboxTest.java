package throughline.core.conversation;

import java.util.List;

class InMemoryOutboxTest extends OutboxContract {
    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Outbox outbox() {
        return store.outbox();
    }

    @Override
    protected List<Posting> handedOver() {
        return store.handedOver();
    }

    @Override
    protected TurnStore store() {
        return store;
    }
}
