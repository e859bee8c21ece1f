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
 * Remembers where the server of a data directory listens, and ends those that are left over. A bot that was killed leaves its
 * server running, and two servers on one append-only file would destroy it.
 */
final class ServerRecord {
    private static final Logger LOG = LoggerFactory.getLogger(ServerRecord.class);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final String FILE = "server";

    private final DataDirectory data;

    ServerRecord(DataDirectory data) {
        this.data = data;
    }

    void write(int port) throws IOException {
        data.write(FILE, String.valueOf(port));
    }

    void remove() throws IOException {
        data.remove(FILE);
    }

    int port() throws IOException {
        return recorded().orElseThrow(() -> new IOException("no server is recorded"));
    }

    private Optional<Integer> recorded() throws IOException {
        return data.read(FILE).filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf);
    }

    /** Ends the servers that an earlier bot left behind, recorded or not, and returns when they are gone. */
    void endOrphans(String password) throws IOException {
        // A bot may have been killed before it could record its server.
        List<ProcessHandle> orphans =
                ProcessHandle.allProcesses().filter(this::isOurs).toList();
        recorded()
                .map(port -> new Admin(port, password))
                .filter(admin -> admin.directory().filter(this::isOurs).isPresent())
                .ifPresent(Admin::end);
        for (ProcessHandle orphan : orphans) {
            LOG.info("An earlier bot left its Redis running, process id {}; it is ended", orphan.pid());
            orphan.destroy();
            awaitEnd(orphan, TO_END);
        }
    }

    private boolean isOurs(String directory) {
        return Path.of(directory).equals(data.path());
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> Path.of(command).startsWith(data.file(EmbeddedServer.PROGRAMS)))
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
