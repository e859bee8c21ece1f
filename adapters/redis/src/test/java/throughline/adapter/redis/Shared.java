package throughline.adapter.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;

/** One embedded server for all tests that only need some Redis; each test has an organization of its own in it. */
final class Shared {
    static final Path DIRECTORY = temporary();
    static final EmbeddedServer SERVER = EmbeddedServer.start(DIRECTORY);
    static final Redis REDIS = open(SERVER);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            REDIS.close();
            SERVER.close();
            delete(DIRECTORY);
        }));
    }

    private Shared() {}

    static String organization() {
        return "org-" + UUID.randomUUID();
    }

    static Redis open(EmbeddedServer server) {
        try {
            return Clients.open(server.uri(), () -> {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** For what no store does. */
    static Jedis jedis() {
        try {
            RedisUri uri = SERVER.uri();
            DefaultJedisClientConfig login = DefaultJedisClientConfig.builder()
                    .password(uri.login().orElseThrow().password())
                    .build();
            return new Jedis(uri.hosts().get(0), login);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("throughline-redis");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
