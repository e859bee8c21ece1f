package throughline.adapter.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.Pool;
import throughline.core.conversation.StoreUnavailable;

/** Opens connections. */
final class Clients {
    private static final int TIMEOUT_MILLIS = 2_000;
    /** For what may take longer than other commands, such as storing a big import. */
    private static final int LONG_TIMEOUT_MILLIS = 30_000;

    private static final int CONNECTIONS = 32;

    /** Hundreds may wait for a connection at once; that they are many is no sign that Redis is away. */
    private static final int WAIT_MILLIS = 15_000;

    private Clients() {}

    /**
     * Connects.
     *
     * @param whenClosed what ends with the connection
     * @throws StoreUnavailable if a cluster or the sentinels do not answer; a single server is first asked when it is needed
     */
    static Redis open(RedisUri uri, Runnable whenClosed) {
        try {
            return switch (uri.mode()) {
                case SINGLE -> single(uri, whenClosed);
                case CLUSTER -> cluster(uri, whenClosed);
                case SENTINEL -> sentinel(uri, whenClosed);
            };
        } catch (JedisException failure) {
            throw new StoreUnavailable("Redis could not be reached: " + failure.getMessage(), failure);
        }
    }

    private static Redis single(RedisUri uri, Runnable whenClosed) {
        RedisClient client = RedisClient.builder()
                .hostAndPort(uri.hosts().get(0))
                .clientConfig(settings(uri).database(uri.database()).build())
                .poolConfig(pool())
                .build();
        return new Redis(client, () -> List.of(client.getPool()), whenClosed);
    }

    private static Redis cluster(RedisUri uri, Runnable whenClosed) {
        RedisClusterClient client = RedisClusterClient.builder()
                .nodes(Set.copyOf(uri.hosts()))
                .clientConfig(settings(uri).build())
                .poolConfig(pool())
                .build();
        return new Redis(client, () -> client.getClusterNodes().values(), whenClosed);
    }

    private static Redis sentinel(RedisUri uri, Runnable whenClosed) {
        RedisSentinelClient client = RedisSentinelClient.builder()
                .masterName(uri.path())
                .sentinels(Set.copyOf(uri.hosts()))
                .clientConfig(settings(uri).build())
                .sentinelClientConfig(anonymous(uri).build())
                .poolConfig(pool())
                .build();
        return new Redis(client, () -> masters(client), whenClosed);
    }

    private static Collection<Pool<Connection>> masters(RedisSentinelClient client) {
        return List.copyOf(client.getPrimaryNodesConnectionMap().values());
    }

    private static DefaultJedisClientConfig.Builder settings(RedisUri uri) {
        DefaultJedisClientConfig.Builder settings = anonymous(uri);
        uri.login().ifPresent(login -> {
            settings.password(login.password());
            if (!login.user().isEmpty()) {
                settings.user(login.user());
            }
        });
        return settings;
    }

    private static DefaultJedisClientConfig.Builder anonymous(RedisUri uri) {
        DefaultJedisClientConfig.Builder settings = DefaultJedisClientConfig.builder()
                .resp2()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .connectionTimeoutMillis(TIMEOUT_MILLIS)
                .socketTimeoutMillis(TIMEOUT_MILLIS)
                .blockingSocketTimeoutMillis(LONG_TIMEOUT_MILLIS);
        // The defaults check the certificate against the JVM's trust store, and the host's name against the
        // certificate.
        return uri.tls() ? settings.sslOptions(SslOptions.defaults()) : settings;
    }

    private static ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        // Under load nobody waits out their patience while others come and go.
        pool.setFairness(true);
        pool.setMaxWait(Duration.ofMillis(WAIT_MILLIS));
        return pool;
    }
}
