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

    /** The same commit with its facts about one item only. */
    public ChangeSet about(ItemId item) {
        return new ChangeSet(
                stamp,
                why,
                changes.stream().filter(change -> isAbout(change, item)).toList());
    }

    public boolean isAbout(ItemId item) {
        return changes.stream().anyMatch(change -> isAbout(change, item));
    }

    private static boolean isAbout(Change change, ItemId item) {
        return change.about().filter(id -> id.folded().equals(item.folded())).isPresent();
    }
}
