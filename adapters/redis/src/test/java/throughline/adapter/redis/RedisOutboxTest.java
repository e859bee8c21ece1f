package throughline.adapter.redis;

import org.junit.jupiter.api.AfterEach;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.OutboxContract;
import throughline.core.conversation.TurnStore;

class RedisOutboxTest extends OutboxContract {
    private final String organization = Shared.organization();
    private final RedisTurnStore store = new RedisTurnStore(Shared.REDIS, organization, Asking.ALL, 500);

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Outbox outbox() {
        return new RedisOutbox(Shared.REDIS, organization);
    }

    @Override
    protected TurnStore store() {
        return store;
    }
}
