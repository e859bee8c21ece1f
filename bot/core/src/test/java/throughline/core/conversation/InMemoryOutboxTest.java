package throughline.core.conversation;

class InMemoryOutboxTest extends OutboxContract {
    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Outbox outbox() {
        return store.outbox();
    }

    @Override
    protected TurnStore store() {
        return store;
    }
}
