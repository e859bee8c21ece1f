package throughline.adapter.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which process serves a data directory. A bot that was killed leaves its server running, and two servers on one
 * append-only file would destroy it.
 */
final class ServerRecord {
    private static final Logger LOG = LoggerFactory.getLogger(ServerRecord.class);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final String FILE = "server";

    private final DataDirectory data;

    ServerRecord(DataDirectory data) {
        this.data = data;
    }

    void write(int port, long pid) throws IOException {
        data.write(FILE, port + " " + pid);
    }

    void remove() throws IOException {
        data.remove(FILE);
    }

    int port() throws IOException {
        return Integer.parseInt(parts().orElseThrow(() -> new IOException("no server is recorded"))
                .get(0));
    }

    private Optional<List<String>> parts() throws IOException {
        return data.read(FILE)
                .filter(text -> text.matches("\\d{1,5} \\d{1,18}"))
                .map(text -> List.of(text.split(" ", 2)));
    }

    /** Ends the server that an earlier bot left behind, if it did, and returns when it is gone. */
    void endOrphan(String password) throws IOException {
        Optional<List<String>> parts = parts();
        if (parts.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(parts.get().get(1))).filter(this::isOurs);
        Admin admin = new Admin(Integer.parseInt(parts.get().get(0)), password);
        if (admin.directory().filter(this::isOurs).isPresent()) {
            LOG.info("An earlier bot left its Redis running; it is ended and started anew");
            admin.end();
        } else {
            process.ifPresent(ProcessHandle::destroy);
        }
        process.ifPresent(handle -> awaitEnd(handle, TO_END));
    }

    private boolean isOurs(String directory) {
        return Path.of(directory).equals(data.path());
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.startsWith(data.file("bin").toString()))
                .isPresent();
    }

    /** Waits until a process that was asked to end has ended; who does not in time is made to. */
    static void awaitEnd(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stuck) {
            LOG.warn("The Redis with process id {} does not end and is killed", process.pid());
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
