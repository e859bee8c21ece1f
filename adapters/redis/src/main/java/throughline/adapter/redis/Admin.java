package throughline.adapter.redis;

import java.util.Optional;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ShutdownParams;

/** Asks a local server about itself. */
final class Admin {
    private static final int TIMEOUT_MILLIS = 1_000;

    private final HostAndPort address;
    private final DefaultJedisClientConfig settings;

    Admin(int port, String password) {
        address = new HostAndPort("127.0.0.1", port);
        settings = DefaultJedisClientConfig.builder()
                .resp2()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .timeoutMillis(TIMEOUT_MILLIS)
                .password(password)
                .build();
    }

    /** Whether it is up and has read its file. */
    boolean answers() {
        try (Jedis jedis = new Jedis(address, settings)) {
            return jedis.ping().equals("PONG");
        } catch (JedisException notYet) {
            return false;
        }
    }

    /** The directory that it works in; empty if nobody answers there who knows our password. */
    Optional<String> directory() {
        try (Jedis jedis = new Jedis(address, settings)) {
            return Optional.ofNullable(jedis.configGet("dir").get("dir"));
        } catch (JedisException nobody) {
            return Optional.empty();
        }
    }

    /** Asks it to end; what it acknowledged is in its file already. */
    void end() {
        try (Jedis jedis = new Jedis(address, settings)) {
            jedis.shutdown(ShutdownParams.shutdownParams().nosave());
        } catch (JedisConnectionException hungUp) {
            // Redis hangs up instead of answering.
            return;
        }
    }
}
