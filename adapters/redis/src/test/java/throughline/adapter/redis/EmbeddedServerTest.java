package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static throughline.core.conversation.Commits.add;
import static throughline.core.conversation.Commits.posting;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Commits;
import throughline.core.conversation.InboxContract;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.conversation.TurnStore.Outcome;
import throughline.core.roadmap.Horizon;

class EmbeddedServerTest {
    private static final String HERE = "local:dm:p1";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path home;

    private Path data() {
        return home.resolve("a \"new\" directory");
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        for (ProcessHandle left : running()) {
            left.destroyForcibly();
            left.onExit().join();
        }
    }

    private Path store() {
        return data().resolve("store");
    }

    @Test
    void what_was_stored_is_there_after_a_restart() throws IOException {
        String password;
        try (EmbeddedServer server = EmbeddedServer.start(data());
                Redis redis = connected(server)) {
            new RedisTranscript(redis, "org").keep("#growth", "m1", "hello");
            password = server.uri().login().orElseThrow().password();
        }
        try (EmbeddedServer server = EmbeddedServer.start(data());
                Redis redis = connected(server)) {
            assertEquals(
                    1, new RedisTranscript(redis, "org").since("#growth", "").size());
            assertEquals(password, server.uri().login().orElseThrow().password());
        }
    }

    @Test
    void the_server_ends_with_the_bot() throws IOException {
        EmbeddedServer server = EmbeddedServer.start(data());
        long pid = server.pid();
        int port = server.uri().hosts().get(0).getPort();
        server.close();
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        assertFalse(new Admin(port, "any").answers());
    }

    @Test
    void only_the_owner_may_look_into_the_store() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            assertEquals("rwx------", permissions(store()));
            assertEquals("rw-------", permissions(store().resolve("password")));
            assertEquals("rw-------", permissions(store().resolve("redis.conf")));
            assertTrue(Files.exists(store().resolve("appendonly.aof")));
            assertTrue(server.uri().login().orElseThrow().password().length() >= 32);
        }
    }

    @Test
    void a_directory_that_others_use_too_is_left_as_it_is() throws IOException {
        Files.createDirectories(data());
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(data().resolve("theirs"), "theirs");
        EmbeddedServer.start(data()).close();
        assertEquals("rwxr-xr-x", permissions(data()));
        assertEquals(Set.of("theirs", "store"), names(data()));
        Files.setPosixFilePermissions(store(), PosixFilePermissions.fromString("rwxrwxr-x"));
        EmbeddedServer.start(data()).close();
        assertEquals("rwx------", permissions(store()));
    }

    @Test
    void something_else_in_the_place_of_the_store_is_left_alone_and_told() throws IOException {
        Files.createDirectories(store());
        Files.setPosixFilePermissions(store(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(store().resolve("theirs"), "theirs");
        IllegalStateException told = assertThrows(IllegalStateException.class, () -> EmbeddedServer.start(data()));
        assertEquals(
                "THROUGHLINE_DATA: " + store().toRealPath()
                        + " holds other files; move them, or give another directory.",
                told.getMessage());
        assertEquals("rwxr-xr-x", permissions(store()));
        assertEquals(Set.of("theirs"), names(store()));
    }

    @Test
    void nobody_gets_in_without_the_password_or_from_elsewhere() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(data());
                Jedis stranger = new Jedis(server.uri().hosts().get(0));
                Jedis friend = admin(server)) {
            assertThrows(RuntimeException.class, stranger::ping);
            assertEquals("127.0.0.1", friend.configGet("bind").get("bind"));
            assertEquals("always", friend.configGet("appendfsync").get("appendfsync"));
        }
    }

    @Test
    void a_second_bot_on_the_same_directory_is_refused_and_harms_nobody() {
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            IllegalStateException told = assertThrows(IllegalStateException.class, () -> EmbeddedServer.start(data()));
            assertTrue(told.getMessage().startsWith("THROUGHLINE_DATA: another bot is running on "), told.getMessage());
            assertTrue(ProcessHandle.of(server.pid()).isPresent());
        }
    }

    @Test
    void a_directory_that_is_a_file_is_told_by_the_settings_name() throws IOException {
        Files.writeString(data(), "not a directory");
        IllegalStateException told = assertThrows(IllegalStateException.class, () -> EmbeddedServer.start(data()));
        assertTrue(told.getMessage().startsWith("THROUGHLINE_DATA: "), told.getMessage());
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_when_redis_is_killed_twenty_times() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(data());
                Redis redis = connected(server);
                RedisTurnStore store = new RedisTurnStore(redis, "org", Asking.ALL, 7)) {
            RedisInbox inbox = new RedisInbox(redis, "org");
            for (int round = 1; round <= 20; round++) {
                String ticket =
                        inbox.accept(InboxContract.said("d" + round, "add")).orElseThrow();
                Commits commit = Commits.on(store)
                        .answering(ticket)
                        .relyingOn("I" + round)
                        .with(add("I" + round, Horizon.NOW))
                        .saying(posting("m" + round, "Added."));
                assertEquals(Outcome.COMMITTED, store.commit(commit.done()));
                kill(server);
                Snapshot after = patiently(() -> store.load(HERE));
                assertEquals(round, after.roadmap().size());
            }
            assertEquals(List.of(), inbox.waiting(Duration.ZERO));
            assertEquals(
                    20, new RedisOutbox(redis, "org").waiting(Duration.ZERO).size());
            try (RedisTurnStore fresh = new RedisTurnStore(redis, "org", Asking.ALL, 500)) {
                Snapshot now = fresh.load(HERE);
                assertEquals(20, now.roadmap().size());
                assertEquals(store.load(HERE).version(), now.version());
            }
        }
    }

    /** A machine under load may take longer to start a server than anybody waits for it; whoever asks again finds it. */
    private static <T> T patiently(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        Awaited.until(SECOND.multipliedBy(30), () -> {
            try {
                answer.set(question.get());
                return true;
            } catch (StoreUnavailable notYet) {
                return false;
            }
        });
        return answer.get();
    }

    @Test
    void a_killed_redis_is_back_on_its_port_within_a_second() throws IOException {
        long begun = System.nanoTime();
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            // Under load a start takes longer than a second by itself.
            long load = System.nanoTime() - begun;
            int port = server.uri().hosts().get(0).getPort();
            Admin admin = new Admin(port, server.uri().login().orElseThrow().password());
            long before = server.pid();
            long start = System.nanoTime();
            kill(server);
            Awaited.until(SECOND.multipliedBy(30), () -> server.pid() != before && admin.answers());
            long most = Math.max(SECOND.multipliedBy(3).toNanos(), 3 * load);
            assertTrue(System.nanoTime() - start < most, "far more than a second");
            assertEquals(port, server.uri().hosts().get(0).getPort());
        }
    }

    @Test
    void the_redis_of_a_killed_bot_is_taken_over() throws Exception {
        Process bot = bot(Bot.class);
        long orphan;
        try (BufferedReader lines = bot.inputReader(StandardCharsets.UTF_8)) {
            orphan = Long.parseLong(lines.readLine());
            bot.destroyForcibly().waitFor();
        }
        assertTrue(ProcessHandle.of(orphan).isPresent());
        try (EmbeddedServer server = EmbeddedServer.start(data());
                Redis redis = connected(server)) {
            assertNotEquals(orphan, server.pid());
            assertFalse(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false));
            assertEquals(
                    1, new RedisTranscript(redis, "org").since("#growth", "").size());
        }
    }

    @Test
    void a_signal_to_bot_and_redis_alike_starts_nothing_again() throws Exception {
        Process bot = bot(Bot.class);
        try (BufferedReader lines = bot.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle redis =
                    ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
            redis.destroy();
            bot.destroy();
            redis.onExit().join();
            bot.waitFor();
        }
        assertEquals(1, starts());
        assertEquals(List.of(), running());
        assertFalse(Files.exists(store().resolve("server")));
    }

    @Test
    void a_bot_that_ends_without_closing_leaves_no_redis() throws Exception {
        Process bot = bot(CarelessBot.class);
        bot.waitFor();
        assertEquals(1, starts());
        assertEquals(List.of(), running());
        assertFalse(Files.exists(store().resolve("server")));
    }

    @Test
    void a_redis_that_somebody_else_ended_is_started_again() {
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            long before = server.pid();
            ProcessHandle.of(before).ifPresent(ProcessHandle::destroy);
            Awaited.until(SECOND.multipliedBy(30), () -> server.pid() != before);
        }
    }

    private long starts() throws IOException {
        try (Stream<String> lines = Files.lines(store().resolve("redis.log"))) {
            return lines.filter(line -> line.contains("Redis is starting")).count();
        }
    }

    private List<ProcessHandle> running() throws IOException {
        Path real = home.toRealPath();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(real))
                        .isPresent())
                .toList();
    }

    @Test
    void the_server_that_tests_share_ends_with_them() throws Exception {
        Process tests = bot(Sharing.class);
        ProcessHandle shared;
        Path directory;
        try (BufferedReader lines = tests.inputReader(StandardCharsets.UTF_8)) {
            shared = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
            directory = Path.of(lines.readLine());
            tests.getOutputStream().close();
            tests.waitFor();
        }
        assertFalse(shared.isAlive());
        assertFalse(Files.exists(directory));
    }

    private Process bot(Class<?> main) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        data().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A bot of its own: starts its server, stores something, tells the server's process id and waits for its end. */
    static final class Bot {
        private Bot() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            try (Redis redis = connected(server)) {
                new RedisTranscript(redis, "org").keep("#growth", "m1", "hello");
            }
            System.out.println(server.pid());
            Thread.currentThread().join();
        }
    }

    /** A bot that starts its server and ends without another thought. */
    static final class CarelessBot {
        private CarelessBot() {}

        public static void main(String[] arguments) {
            EmbeddedServer.start(Path.of(arguments[0]));
        }
    }

    /** Tests that use the shared server, until the input ends. */
    static final class Sharing {
        private Sharing() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(Shared.SERVER.pid());
            System.out.println(Shared.DIRECTORY);
            System.exit(System.in.read() < 0 ? 0 : 1);
        }
    }

    @Test
    void a_redis_that_nobody_recorded_is_ended_before_another_starts() throws IOException {
        int port;
        String password;
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            port = server.uri().hosts().get(0).getPort();
            password = server.uri().login().orElseThrow().password();
        }
        Process orphan = unrecorded(port, password);
        assertFalse(Files.exists(store().resolve("server")));
        try (Redis redis = Clients.open(RedisUri.local(port, password), () -> {})) {
            new RedisTranscript(redis, "org").keep("#growth", "m1", "hello");
        }
        try (EmbeddedServer server = EmbeddedServer.start(data());
                Redis redis = connected(server)) {
            assertFalse(orphan.isAlive());
            assertEquals(
                    1, new RedisTranscript(redis, "org").since("#growth", "").size());
        }
    }

    private Process unrecorded(int port, String password) throws IOException {
        String program = names(store().resolve("bin")).iterator().next();
        Process process = new ProcessBuilder(
                        store().toRealPath().resolve("bin").resolve(program).toString(),
                        store().resolve("redis.conf").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Admin admin = new Admin(port, password);
        Awaited.until(SECOND.multipliedBy(30), admin::answers);
        return process;
    }

    @Test
    void a_record_of_a_server_that_is_long_gone_is_passed_over() throws IOException {
        EmbeddedServer.start(data()).close();
        Files.writeString(store().resolve("server"), "1");
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            assertTrue(ProcessHandle.of(server.pid()).isPresent());
        }
        Files.writeString(store().resolve("server"), "garbage");
        EmbeddedServer.start(data()).close();
    }

    private static Redis connected(EmbeddedServer server) throws IOException {
        return Clients.open(server.uri(), () -> {});
    }

    private static void kill(EmbeddedServer server) {
        ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static Jedis admin(EmbeddedServer server) throws IOException {
        RedisUri uri = server.uri();
        DefaultJedisClientConfig login = DefaultJedisClientConfig.builder()
                .password(uri.login().orElseThrow().password())
                .build();
        return new Jedis(uri.hosts().get(0), login);
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
