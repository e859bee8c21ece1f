package throughline.adapter.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis of our own, when none is given: a process on a loopback port that keeps an append-only file in the data directory,
 * synced before a command is answered. It is started again if it dies, and ends with the bot.
 */
final class EmbeddedServer implements AutoCloseable {
    /** Where the server's program is, and nothing else: what runs from there is ours. */
    static final String PROGRAMS = "bin";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(500);
    private static final Duration TO_END = Duration.ofSeconds(10);
    /** A signal for the whole process group reaches Redis and us, but not at the same moment. */
    private static final Duration BETWEEN_SIGNALS = Duration.ofSeconds(1);
    /** How long a bot that ends may still use Redis before it closes it. */
    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private static final String CONFIGURATION = "redis.conf";
    private static final String OUTPUT = "redis.log";

    private final DataDirectory data;
    private final ServerRecord record;
    private final String password;
    private final Path executable;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Object starting = new Object();
    private final Thread atShutdown = new Thread(this::endWithTheBot, "embedded-redis-end");
    private boolean closed;
    private volatile Process process;

    private EmbeddedServer(DataDirectory data) throws IOException {
        this.data = data;
        this.password = data.password();
        this.record = new ServerRecord(data);
        record.endOrphans(password);
        this.executable = extracted(data);
        this.process = launch(freePort());
    }

    /**
     * Starts the server and returns when it answers.
     *
     * @throws IllegalStateException with one sentence if another bot uses the directory, or the server does not start
     */
    static EmbeddedServer start(Path directory) {
        try {
            DataDirectory data = DataDirectory.open(directory);
            try {
                return new EmbeddedServer(data).watched();
            } catch (IOException | RuntimeException failure) {
                data.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new IllegalStateException(
                    "THROUGHLINE_DATA: the embedded Redis cannot be run in " + directory + " (" + failure.getMessage()
                            + "); give another directory, or a Redis in REDIS_URI.",
                    failure);
        }
    }

    private EmbeddedServer watched() {
        try {
            Runtime.getRuntime().addShutdownHook(atShutdown);
        } catch (IllegalStateException ending) {
            close();
            throw new IllegalStateException("The bot ends while the embedded Redis starts.", ending);
        }
        Thread supervisor = new Thread(this::supervise, "embedded-redis");
        supervisor.setDaemon(true);
        supervisor.start();
        return this;
    }

    RedisUri uri() throws IOException {
        return RedisUri.local(record.port(), password);
    }

    /** The process id of the server that runs now. */
    long pid() {
        return process.pid();
    }

    private static Path extracted(DataDirectory data) throws IOException {
        Path directory = Files.createDirectories(data.file(PROGRAMS));
        return ExecutableProvider.newJarResourceProvider(directory.toFile())
                .get()
                .toPath();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch(int port) throws IOException {
        data.write(CONFIGURATION, configuration(port));
        Path output = data.file(OUTPUT);
        Process started = new ProcessBuilder(
                        executable.toString(), data.file(CONFIGURATION).toString())
                .directory(data.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        record.write(port);
        try {
            awaitAnswer(started, port);
        } catch (RuntimeException failure) {
            started.destroyForcibly();
            throw failure;
        }
        return started;
    }

    private String configuration(int port) {
        return String.join(
                "\n",
                List.of(
                        "# Written at every start; changes are lost.",
                        "bind 127.0.0.1",
                        "port " + port,
                        "requirepass " + password,
                        "daemonize no",
                        "dir \"" + data.path().toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"",
                        "save \"\"",
                        "appendonly yes",
                        "appendfsync always",
                        "maxmemory-policy noeviction"));
    }

    private void awaitAnswer(Process started, int port) {
        Admin admin = new Admin(port, password);
        while (!admin.answers()) {
            if (!started.isAlive() || closing.getCount() == 0) {
                throw new IllegalStateException(
                        "The embedded Redis ended at its start; " + data.file(OUTPUT) + " says why.");
            }
            pause(Duration.ofMillis(5));
        }
    }

    private void supervise() {
        while (closing.getCount() > 0) {
            awaitEnd();
            if (endedInOrder()) {
                pause(BETWEEN_SIGNALS);
            }
            synchronized (starting) {
                if (closing.getCount() > 0) {
                    startAgain();
                }
            }
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endedInOrder() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    private void startAgain() {
        LOG.warn("The embedded Redis ended unexpectedly and is started again");
        try {
            process = launch(record.port());
        } catch (IOException | IllegalStateException failure) {
            LOG.error("The embedded Redis does not start; it is tried again", failure);
            pause(BEFORE_TRYING_AGAIN);
        }
    }

    private void pause(Duration time) {
        try {
            if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The bot ends, so the embedded Redis is not started again");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of the bot's process: nothing is started any more, and what nobody closes is closed here. */
    private void endWithTheBot() {
        closing.countDown();
        try {
            if (!process.waitFor(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The embedded Redis was not closed; it is ended now");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Ends the server after it wrote everything. */
    @Override
    public void close() {
        closing.countDown();
        synchronized (starting) {
            if (!closed) {
                closed = true;
                end();
            }
        }
    }

    private void end() {
        // Redis takes this as a request to end in order.
        process.destroy();
        ServerRecord.awaitEnd(process.toHandle(), TO_END);
        try {
            record.remove();
            data.close();
        } catch (IOException failure) {
            LOG.warn("The data directory could not be left in order", failure);
        }
        forgetShutdown();
    }

    private void forgetShutdown() {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException ending) {
            LOG.debug("The bot's process ends already", ending);
        }
    }
}
