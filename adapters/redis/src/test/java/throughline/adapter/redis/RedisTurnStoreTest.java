package throughline.adapter.redis;

import org.junit.jupiter.api.AfterEach;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Inbox;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.TurnStore;
import throughline.core.conversation.TurnStoreContract;

class RedisTurnStoreTest extends TurnStoreContract {
    private final String organization = Shared.organization();
    private final Redis elsewhere = Shared.open(Shared.SERVER);
    private final RedisTurnStore store = new RedisTurnStore(Shared.REDIS, organization, Asking.ALL, 50);
    private final RedisTurnStore another = new RedisTurnStore(elsewhere, organization, Asking.ALL, 50);

    @AfterEach
    void close() {
        store.close();
        another.close();
        elsewhere.close();
    }

    @Override
    protected TurnStore store() {
        return store;
    }

    @Override
    protected TurnStore seenByAnother() {
        return another;
    }

    @Override
    protected Inbox inbox() {
        return new RedisInbox(Shared.REDIS, organization);
    }

    @Override
    protected Outbox outbox() {
        return new RedisOutbox(Shared.REDIS, organization);
    }
}
