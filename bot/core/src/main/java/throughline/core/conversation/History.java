package throughline.core.conversation;

import java.time.Instant;
import java.util.List;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

/**
 * The facts that led to a {@link Snapshot}; the same for one snapshot whatever is recorded later. They are read when they are asked
 * for; a turn that does not ask pays nothing.
 */
public interface History {
    /** Nothing was ever recorded. */
    History NONE = new Blank();

    /**
     * One commit.
     *
     * @param id of its entry in the log; entries keep theirs
     */
    record Entry(String id, ChangeSet facts) {}

    /**
     * The newest commits back to a moment, newest first. Costs what it gives. A commit of thousands of facts, such as a large import,
     * comes without them.
     *
     * @param from the first commit that was recorded before this ends it
     * @param most how many commits at most
     */
    List<Entry> back(Instant from, int most);

    /** As {@link #back}, without the ids. */
    default List<ChangeSet> since(Instant from, int most) {
        return back(from, most).stream().map(Entry::facts).toList();
    }

    /**
     * The newest commits that have facts about an item, newest first, each with these facts only, however large it was. Costs what it
     * gives, whatever else was recorded.
     */
    List<Entry> about(ItemId item, int most);

    /** The roadmap of a moment: everything before the first commit that was recorded later, folded. */
    Roadmap asOf(Instant moment);

    /** The history of a new store. */
    final class Blank implements History {
        private Blank() {}

        @Override
        public List<Entry> back(Instant from, int most) {
            return List.of();
        }

        @Override
        public List<Entry> about(ItemId item, int most) {
            return List.of();
        }

        @Override
        public Roadmap asOf(Instant moment) {
            return Roadmap.empty();
        }
    }
}
