package throughline.adapter.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.resps.Tuple;
import redis.clients.jedis.util.Pool;
import throughline.core.conversation.StoreUnavailable;

/**
 * The connection to Redis. Everything asked of it may be asked twice: what fails because Redis is away is tried again for a
 * moment, so that a restart of Redis goes unnoticed; after that it is a {@link StoreUnavailable}.
 */
final class Redis implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration PAUSE = Duration.ofMillis(25);
    /** Field under which {@link #newest} tells when an entry was made, in milliseconds. */
    static final String MADE = "made";

    private static final int SCANNED_AT_ONCE = 1000;
    /** From how many characters on a script may take longer than other commands. */
    private static final int LARGE = 1 << 20;

    private static final Pattern PASSES =
            Pattern.compile("^(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|BUSY)\\b.*", Pattern.DOTALL);

    private final UnifiedJedis client;
    private final Supplier<Collection<? extends Pool<Connection>>> pools;
    private final Runnable whenClosed;

    /**
     * Wraps a client.
     *
     * @param pools the client's connections, which are all useless when one of them broke
     * @param whenClosed what ends with the connection
     */
    Redis(UnifiedJedis client, Supplier<Collection<? extends Pool<Connection>>> pools, Runnable whenClosed) {
        this.client = client;
        this.pools = pools;
        this.whenClosed = whenClosed;
    }

    /** Runs a script; the arguments are texts or bytes. Strings in the reply are decoded, nil is null. */
    Object run(Script script, List<Key> keys, List<?> arguments) {
        List<String> names = keys.stream().map(Key::text).toList();
        return tried(() -> {
            try {
                return evaluate(Protocol.Command.EVALSHA, script.digest(), names, arguments);
            } catch (JedisNoScriptException forgotten) {
                return evaluate(Protocol.Command.EVAL, script.source(), names, arguments);
            }
        });
    }

    private Object evaluate(Protocol.Command command, String script, List<String> keys, List<?> arguments) {
        CommandArguments parts = new CommandArguments(command)
                .add(script)
                .add(keys.size())
                .keys(keys)
                .addObjects(arguments);
        CommandArguments patient = isLarge(arguments) ? parts.blocking() : parts;
        return client.executeCommand(new CommandObject<>(patient, BuilderFactory.AGGRESSIVE_ENCODED_OBJECT));
    }

    private static boolean isLarge(List<?> arguments) {
        return arguments.stream()
                        .mapToLong(argument -> argument instanceof String text
                                ? text.length()
                                : argument instanceof byte[] bytes ? bytes.length : 0)
                        .sum()
                > LARGE;
    }

    Optional<String> text(Key key) {
        return Optional.ofNullable(tried(() -> client.get(key.text())));
    }

    /** How long a key still lives; negative if it does not, or for ever. */
    long millisLeft(Key key) {
        return tried(() -> client.pttl(key.text()));
    }

    Optional<byte[]> bytes(Key key) {
        return Optional.ofNullable(tried(() -> client.get(raw(key))));
    }

    void put(Key key, String value) {
        tried(() -> client.set(key.text(), value));
    }

    void put(Key key, byte[] value) {
        tried(() -> client.set(raw(key), value));
    }

    void remove(Key key) {
        tried(() -> client.del(key.text()));
    }

    /** Takes an entry out of a stream, if it is there. */
    void removeEntry(Key stream, String entry) {
        tried(() -> client.xdel(stream.text(), new StreamEntryID(entry)));
    }

    void putField(Key hash, String field, String value) {
        tried(() -> client.hset(hash.text(), field, value));
    }

    void removeField(Key hash, String field) {
        tried(() -> client.hdel(hash.text(), field));
    }

    /** Members of a sorted set to their scores. */
    Map<String, Double> scores(Key set) {
        return tried(() -> client.zrangeWithScores(set.text(), 0, -1)).stream()
                .collect(Collectors.toMap(Tuple::getElement, Tuple::getScore));
    }

    void putScore(Key set, String member, double score) {
        tried(() -> client.zadd(set.text(), score, member));
    }

    void removeMember(Key set, String member) {
        tried(() -> client.zrem(set.text(), member));
    }

    /** The newest entries of a stream, newest first: each one's fields. */
    List<Map<String, String>> newest(Key stream, int most) {
        return tried(() -> client.xrevrange(stream.text(), "+", "-", most)).stream()
                .map(entry -> withTime(entry.getFields(), entry.getID()))
                .toList();
    }

    private static Map<String, String> withTime(Map<String, String> fields, StreamEntryID id) {
        Map<String, String> timed = new HashMap<>(fields);
        timed.put(MADE, String.valueOf(id.getTime()));
        return timed;
    }

    /** The values of these fields of a hash, null for those that it has not. */
    List<String> fields(Key hash, List<String> fields) {
        return tried(() -> client.hmget(hash.text(), fields.toArray(String[]::new)));
    }

    /** A whole hash, read in steps so that nobody else waits for it. */
    Map<String, String> hash(Key hash) {
        ScanParams steps = new ScanParams().count(SCANNED_AT_ONCE);
        Map<String, String> all = new HashMap<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<Map.Entry<String, String>> step = tried(() -> client.hscan(hash.text(), from, steps));
            step.getResult().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
            cursor = step.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return all;
    }

    /** The keys that have this form, read in steps. */
    List<Key> keys(String pattern) {
        ScanParams steps = new ScanParams().match(pattern).count(SCANNED_AT_ONCE);
        Set<String> all = new LinkedHashSet<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<String> step = tried(() -> client.scan(from, steps));
            all.addAll(step.getResult());
            cursor = step.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return all.stream().map(Key::new).toList();
    }

    private static byte[] raw(Key key) {
        return key.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private <T> T tried(Supplier<T> command) {
        long start = System.nanoTime();
        int attempt = 1;
        while (true) {
            try {
                return command.get();
            } catch (JedisException failure) {
                boolean late = System.nanoTime() - start > PATIENCE.toNanos();
                if (!passes(failure) || (late && attempt > 1)) {
                    throw new StoreUnavailable("Redis could not be used: " + failure.getMessage(), failure);
                }
                LOG.debug("Redis is away, attempt {}: {}", attempt, failure.getMessage());
                beforeNextAttempt(failure);
                attempt++;
            }
        }
    }

    private static boolean passes(JedisException failure) {
        return failure instanceof JedisConnectionException
                || failure instanceof JedisClusterOperationException
                || PASSES.matcher(String.valueOf(failure.getMessage())).matches();
    }

    private void beforeNextAttempt(JedisException failure) {
        try {
            pools.get().forEach(Pool::clear);
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("Redis could not be used: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        client.close();
        whenClosed.run();
    }
}
