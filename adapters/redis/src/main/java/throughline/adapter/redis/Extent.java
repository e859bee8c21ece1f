package throughline.adapter.redis;

import java.time.Instant;
import throughline.core.roadmap.ChangeSet;

/**
 * How much of the log was folded.
 *
 * @param facts how many facts
 * @param until the latest moment at which one of them was recorded
 */
record Extent(long facts, Instant until) {
    static final Extent NONE = new Extent(0, Instant.EPOCH);

    Extent and(ChangeSet more) {
        Instant at = more.stamp().at();
        return new Extent(facts + more.changes().size(), at.isAfter(until) ? at : until);
    }
}
