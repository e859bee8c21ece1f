package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static throughline.core.conversation.Commits.add;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Commits;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore.Outcome;
import throughline.core.roadmap.Horizon;

class SentinelTest {
    @Test
    void sentinels_tell_where_the_master_is(@TempDir Path home) throws IOException {
        List<String> users = List.of("port <port>", "user default off", "user bot on >s3cret ~* +@all");
        try (Server master = Server.start(home.resolve("master"), users)) {
            List<String> watch = List.of(
                    "port <port>",
                    "sentinel monitor main 127.0.0.1 " + master.port() + " 1",
                    "sentinel auth-user main bot",
                    "sentinel auth-pass main s3cret");
            try (Server sentinel = Server.start(home.resolve("sentinel"), watch, "--sentinel")) {
                Awaited.until(Duration.ofSeconds(10), () -> watches(sentinel));
                String uri = "redis-sentinel://bot:s3cret@127.0.0.1:" + sentinel.port() + "/main";
                try (Redis redis = Clients.open(RedisUri.parse(uri), () -> {});
                        RedisTurnStore store = new RedisTurnStore(redis, "org", Asking.ALL, 500)) {
                    Commits commit = Commits.on(store).with(add("I1", Horizon.NOW));
                    assertEquals(Outcome.COMMITTED, store.commit(commit.done()));
                    assertEquals(1, store.load("x").roadmap().size());
                }
            }
        }
    }

    private static boolean watches(Server sentinel) {
        try (Jedis jedis = new Jedis(new HostAndPort("127.0.0.1", sentinel.port()))) {
            return !jedis.sentinelGetMasterAddrByName("main").isEmpty();
        } catch (JedisException notYet) {
            return false;
        }
    }

    @Test
    void sentinels_that_do_not_answer_are_told() throws IOException {
        RedisUri nobody = RedisUri.parse("redis-sentinel://127.0.0.1:" + Server.freePort() + "/main");
        assertThrows(StoreUnavailable.class, () -> Clients.open(nobody, () -> {}));
    }
}
