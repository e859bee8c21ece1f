package throughline.adapter.redis;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import throughline.adapter.redis.SnapshotJson.Frozen;
import throughline.core.conversation.Version;

/** The snapshot that shortens the first fold. Losing it costs time and nothing else. */
final class Snapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private static final Script FREEZE = Script.named("freeze");

    private final Redis redis;
    private final Key history;
    private final Key key;
    private final Checkpoints checkpoints;
    private final int every;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "snapshot");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Prepares to read and write it.
     *
     * @param every after how many facts it is worth a new one
     */
    Snapshots(Redis redis, String organization, int every) {
        this.redis = redis;
        this.history = Keys.history(organization);
        this.key = Keys.snapshot(organization);
        this.checkpoints = new Checkpoints(redis, organization);
        this.every = every;
    }

    Optional<Frozen> read() {
        try {
            return redis.bytes(key).map(SnapshotJson::decompressed);
        } catch (Unreadable damaged) {
            LOG.warn("The snapshot is not used, the whole log is read instead: {}", damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Removes the snapshot that was read as this version, unless that was no snapshot at all. */
    void discard(Version version) {
        if (!version.entry().equals(Version.START)) {
            redis.remove(key);
        }
    }

    /** Writes a snapshot in the background if it is time for one; says whether it does. */
    boolean offer(Folded state) {
        if (state.unfrozen() < every || !busy.compareAndSet(false, true)) {
            return false;
        }
        background.execute(() -> write(state));
        return true;
    }

    /** Writes it now, unless the log is another one meanwhile: words may have been taken out of it, and must not come back. */
    void write(Folded state) {
        try {
            Frozen frozen = new Frozen(state.version(), state.roadmap(), Optional.of(state.extent()));
            byte[] compressed = SnapshotJson.compressed(frozen);
            redis.run(FREEZE, List.of(history, key), List.of(state.version().history(), compressed));
            checkpoints.offer(state, compressed);
        } catch (RuntimeException failure) {
            LOG.warn("No snapshot was written; the next one follows after {} more facts", every, failure);
        } finally {
            busy.set(false);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
