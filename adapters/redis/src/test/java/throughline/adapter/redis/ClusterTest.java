package throughline.adapter.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Inbox;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.TurnStore;
import throughline.core.conversation.TurnStoreContract;

/** Everything works on a cluster too, where a script may only use keys of one slot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTest extends TurnStoreContract {
    private static final int SLOTS = 16_384;

    private Server server;
    private Redis redis;
    private RedisTurnStore store;
    private RedisTurnStore another;
    private String organization = Shared.organization();

    @BeforeAll
    void startCluster(@TempDir Path directory) throws IOException {
        server = Server.start(directory, List.of("port <port>", "cluster-enabled yes", "appendonly no"));
        Awaited.until(Duration.ofSeconds(10), this::hasSlots);
        redis = Clients.open(RedisUri.parse("redis-cluster://127.0.0.1:" + server.port()), () -> {});
        begin();
    }

    private boolean hasSlots() {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            if (jedis.clusterInfo().contains("cluster_slots_assigned:0")) {
                jedis.clusterAddSlots(IntStream.range(0, SLOTS).toArray());
            }
            return jedis.clusterInfo().contains("cluster_state:ok");
        } catch (JedisException notYet) {
            return false;
        }
    }

    private void begin() {
        organization = Shared.organization();
        store = new RedisTurnStore(redis, organization, Asking.ALL, 50);
        another = new RedisTurnStore(redis, organization, Asking.ALL, 50);
    }

    @AfterEach
    void beginAnew() {
        store.close();
        another.close();
        begin();
    }

    @AfterAll
    void stopCluster() {
        redis.close();
        server.close();
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
        return new RedisInbox(redis, organization);
    }

    @Override
    protected Outbox outbox() {
        return new RedisOutbox(redis, organization);
    }

    @Override
    protected void pass(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
