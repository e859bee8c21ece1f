package throughline.core.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import throughline.core.conversation.History;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Roadmap;

/**
 * What takes a commit back.
 *
 * @param facts what undoes it on the roadmap of now; what is as it was before needs none
 * @param conflicts facts of the commit that were changed again since, or of which it is not known what was before
 */
public record Inverse(List<Change> facts, List<Conflict> conflicts) {
    public Inverse {
        facts = List.copyOf(facts);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A fact that would not be taken back without overwriting somebody.
     *
     * @param later the newest commit that changed the same; empty if none is known
     */
    public record Conflict(Change fact, Optional<History.Entry> later, boolean isCertain) {
        /** Whether nothing is known that it could be put back to, not even by force. */
        public boolean isLost() {
            return !isCertain;
        }
    }

    /**
     * The facts that take a commit back.
     *
     * @param later what was recorded since, newest first
     * @param anyway whether what was changed again since is overwritten; it is told as a conflict all the same
     */
    public static Inverse of(ChangeSet commit, Roadmap now, List<History.Entry> later, boolean anyway) {
        Backwards backwards = new Backwards(commit, now, later, anyway);
        List<Change> newestFirst = new ArrayList<>(commit.changes());
        Collections.reverse(newestFirst);
        newestFirst.forEach(backwards::take);
        return new Inverse(backwards.facts, backwards.conflicts);
    }

    /** The ids that a turn relies on which records these facts. */
    public List<String> reliedOn() {
        return facts.stream()
                .flatMap(fact -> fact.about().stream())
                .map(id -> id.text())
                .distinct()
                .toList();
    }

    /** Goes through a commit from its last fact to its first one. */
    private static final class Backwards {
        private final ChangeSet commit;
        private final List<History.Entry> later;
        private final boolean anyway;
        private final List<Change> facts = new ArrayList<>();
        private final List<Conflict> conflicts = new ArrayList<>();
        private Roadmap roadmap;

        Backwards(ChangeSet commit, Roadmap now, List<History.Entry> later, boolean anyway) {
            this.commit = commit;
            this.roadmap = now;
            this.later = later;
            this.anyway = anyway;
        }

        void take(Change change) {
            if (change instanceof Change.Added added) {
                added(added);
            } else if (change instanceof Change.Edited<?> edited) {
                edited(edited);
            } else if (change instanceof Change.Listed<?> listed) {
                listed(listed);
            } else if (change instanceof Change.Unlisted<?> unlisted) {
                unlisted(unlisted);
            } else if (change instanceof Change.Removed removed) {
                removed(removed);
            }
        }

        private void added(Change.Added added) {
            Optional<Item> current = roadmap.find(added.item().id());
            if (current.isEmpty()) {
                return;
            }
            boolean isUntouched = current.get().equals(added.item())
                    && Mentions.of(added.item().id(), later).isEmpty();
            if (isUntouched || conflict(added, true)) {
                record(new Change.Removed(current.get()));
            }
        }

        private <V> void edited(Change.Edited<V> edited) {
            Optional<Item> item = roadmap.find(edited.item());
            boolean isKnown = edited.before().isPresent() || !edited.field().isRequired();
            if (item.isEmpty() || !isKnown) {
                conflict(edited, false);
                return;
            }
            Optional<V> current = item.get().values().find(edited.field());
            if (current.equals(edited.before())) {
                return;
            }
            if (current.equals(edited.after()) || conflict(edited, true)) {
                record(new Change.Edited<>(edited.kind(), edited.item(), edited.field(), current, edited.before()));
            }
        }

        private <V> void listed(Change.Listed<V> listed) {
            boolean isThere = roadmap.find(listed.item())
                    .filter(item -> has(item, listed.field(), listed.element()))
                    .isPresent();
            if (isThere) {
                record(new Change.Unlisted<>(listed.kind(), listed.item(), listed.field(), listed.element()));
            }
        }

        private <V> void unlisted(Change.Unlisted<V> unlisted) {
            Optional<Item> item = roadmap.find(unlisted.item());
            if (item.isEmpty()) {
                conflict(unlisted, false);
            } else if (!has(item.get(), unlisted.field(), unlisted.element())) {
                record(new Change.Listed<>(unlisted.kind(), unlisted.item(), unlisted.field(), unlisted.element()));
            }
        }

        private static <V> boolean has(Item item, Field<List<V>> list, V element) {
            return item.values().all(list).contains(element);
        }

        private void removed(Change.Removed removed) {
            boolean isThere = roadmap.find(removed.item()).isPresent();
            if (removed.was().isEmpty() || isThere) {
                conflict(removed, false);
            } else {
                record(new Change.Added(removed.was().get()));
            }
        }

        private void record(Change fact) {
            facts.add(fact);
            roadmap = fact.on(roadmap, commit.stamp());
        }

        /** Tells a conflict; says whether it is overwritten. */
        private boolean conflict(Change fact, boolean isCertain) {
            conflicts.add(new Conflict(
                    fact,
                    later.stream()
                            .filter(entry ->
                                    entry.facts().changes().stream().anyMatch(other -> Mentions.isSame(fact, other)))
                            .findFirst(),
                    isCertain));
            return anyway && isCertain;
        }
    }
}
