package throughline.adapter.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** On a cluster, where a script may only use keys of one slot. */
class ClusterDeliveriesTest extends StoredDeliveries {
    private static final int SLOTS = 16_384;

    private static Server server;
    private static Redis redis;

    @BeforeAll
    static void startCluster(@TempDir Path directory) throws IOException {
        server = Server.start(directory, List.of("port <port>", "cluster-enabled yes", "appendonly no"));
        Awaited.until(Duration.ofSeconds(10), ClusterDeliveriesTest::hasSlots);
        redis = Clients.open(RedisUri.parse("redis-cluster://127.0.0.1:" + server.port()), () -> {});
    }

    private static boolean hasSlots() {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            if (jedis.clusterInfo().contains("cluster_slots_assigned:0")) {
                jedis.clusterAddSlots(IntStream.range(0, SLOTS).toArray());
            }
            return jedis.clusterInfo().contains("cluster_state:ok");
        } catch (JedisException notYet) {
            return false;
        }
    }

    @AfterAll
    static void stopCluster() {
        redis.close();
        server.close();
    }

    @Override
    protected Redis redis() {
        return redis;
    }
}
