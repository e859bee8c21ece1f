package throughline.adapter.redis;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import throughline.adapter.redis.SnapshotJson.Frozen;
import throughline.core.conversation.Version;

/**
 * Snapshots of earlier states, so that the roadmap of an earlier day is folded from the nearest one. There is one for as many facts as
 * it has items, so that together they take no more room than the log. Losing them costs time and nothing else.
 */
final class Checkpoints {
    /** Fewer facts are folded at once. */
    private static final long LEAST = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private static final Script FREEZE = Script.named("freeze");

    private final Redis redis;
    private final String organization;

    Checkpoints(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
    }

    /** Keeps a snapshot as a checkpoint if the last one is long ago. */
    void offer(Folded state, byte[] snapshot) {
        discardAllBut(state.version().history());
        Map<String, CheckpointJson.Checkpoint> known = known(state.version().history());
        long last = known.values().stream()
                .mapToLong(one -> one.extent().facts())
                .max()
                .orElse(0);
        if (state.extent().facts() - last >= Math.max(LEAST, state.roadmap().size())) {
            String entry = state.version().entry();
            String history = state.version().history();
            String checkpoint = CheckpointJson.write(new CheckpointJson.Checkpoint(history, state.extent()));
            // Known before it is there, so that whoever discards it never misses it.
            freeze(Keys.checkpoints(organization), List.of(history, checkpoint, entry));
            freeze(Keys.checkpoint(organization, entry), List.of(history, snapshot));
        }
    }

    private void freeze(Key key, List<?> arguments) {
        redis.run(FREEZE, List.of(Keys.history(organization), key), arguments);
    }

    /** The last checkpoint before a moment that a version comes after. */
    Optional<Frozen> before(Instant moment, Version version) {
        return known(version.history()).entrySet().stream()
                .filter(one -> !one.getValue().extent().until().isAfter(moment))
                .filter(one -> !Entries.isBefore(version.entry(), one.getKey()))
                .max(Comparator.comparing(one -> one.getValue().extent().facts()))
                .flatMap(one -> read(one.getKey()));
    }

    private Optional<Frozen> read(String entry) {
        try {
            return redis.bytes(Keys.checkpoint(organization, entry)).map(SnapshotJson::decompressed);
        } catch (Unreadable damaged) {
            LOG.warn("A checkpoint is not used, more of the log is read instead: {}", damaged.getMessage());
            return Optional.empty();
        }
    }

    /** Those of this log. */
    private Map<String, CheckpointJson.Checkpoint> known(String history) {
        Map<String, CheckpointJson.Checkpoint> known = new HashMap<>();
        redis.hash(Keys.checkpoints(organization))
                .forEach((entry, written) -> readable(written)
                        .filter(one -> one.history().equals(history))
                        .ifPresent(one -> known.put(entry, one)));
        return known;
    }

    /** One that a newer bot keeps is none to this one: nothing waits for it. */
    private static Optional<CheckpointJson.Checkpoint> readable(String written) {
        try {
            return Optional.of(CheckpointJson.read(written));
        } catch (Unreadable unreadable) {
            LOG.warn("A checkpoint is passed over: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Removes those of other logs, because they may have what must be nowhere; of which log one is that cannot be read, nobody knows. */
    void discardAllBut(String history) {
        redis.hash(Keys.checkpoints(organization)).forEach((entry, written) -> {
            if (readable(written).filter(one -> one.history().equals(history)).isEmpty()) {
                redis.remove(Keys.checkpoint(organization, entry));
                redis.removeField(Keys.checkpoints(organization), entry);
            }
        });
    }
}
