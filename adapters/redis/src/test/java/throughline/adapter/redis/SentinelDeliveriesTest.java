package throughline.adapter.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** On the master that a sentinel names. */
class SentinelDeliveriesTest extends StoredDeliveries {
    private static Server master;
    private static Server sentinel;
    private static Redis redis;

    @BeforeAll
    static void start(@TempDir Path home) throws IOException {
        master = Server.start(home.resolve("master"), List.of("port <port>"));
        List<String> watch = List.of("port <port>", "sentinel monitor main 127.0.0.1 " + master.port() + " 1");
        sentinel = Server.start(home.resolve("sentinel"), watch, "--sentinel");
        Awaited.until(Duration.ofSeconds(10), SentinelDeliveriesTest::watches);
        redis = Clients.open(RedisUri.parse("redis-sentinel://127.0.0.1:" + sentinel.port() + "/main"), () -> {});
    }

    private static boolean watches() {
        try (Jedis jedis = new Jedis(new HostAndPort("127.0.0.1", sentinel.port()))) {
            return !jedis.sentinelGetMasterAddrByName("main").isEmpty();
        } catch (JedisException notYet) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        redis.close();
        sentinel.close();
        master.close();
    }

    @Override
    protected Redis redis() {
        return redis;
    }
}
