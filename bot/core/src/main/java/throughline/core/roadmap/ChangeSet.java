package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;

/**
 * The facts of one commit: recorded together or not at all.
 *
 * @param why the author's reason, if one was given
 */
public record ChangeSet(Stamp stamp, Optional<String> why, List<Change> changes) {
    public ChangeSet {
        changes = List.copyOf(changes);
    }
}
