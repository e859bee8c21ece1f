package throughline.core.conversation;

class InMemoryTurnStoreTest extends TurnStoreContract {
    private final InMemoryStore store = new InMemoryStore();

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
}
