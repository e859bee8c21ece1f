package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Commits;
import throughline.core.conversation.Inbox;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.Snapshot;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"dialogue\",\"v\":1,\"name\":\"asking\",\"shape\":2,\"state\":{}}",
                "{\"kind\":\"dialogue\",\"v\":1,\"name\":\"unheard-of\",\"shape\":1,\"state\":{}}",
                "{\"kind\":\"dialogue\",\"v\":2}",
                "{\"kind\":\"dialogue\",\"v\":1,\"name\":\"asking\",\"shape\":1,\"state\":{}}"
            })
    void a_dialogue_that_a_newer_bot_left_open_is_none_and_the_next_one_replaces_it(String newer) {
        String here = "local:dm:p1";
        try (Jedis jedis = Shared.jedis()) {
            jedis.set(Keys.dialogue(organization, here).text(), newer);
        }
        Snapshot seen = store.load(here);
        assertEquals(Optional.empty(), seen.dialogue());
        assertEquals(newer, seen.mark());
        Asking next = new Asking("Which one?");
        assertEquals(
                TurnStore.Outcome.COMMITTED,
                store.commit(Commits.on(store).leaving(here, next).done()));
        assertEquals(Optional.of(next), store.load(here).dialogue());
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

    @Override
    protected void pass(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
