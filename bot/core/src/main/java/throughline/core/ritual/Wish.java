package throughline.core.ritual;

import java.util.List;
import java.util.Set;
import throughline.core.people.PersonId;
import throughline.core.roadmap.ItemId;

/**
 * Something that wants to be said without being asked.
 *
 * @param id unique within an organization
 * @param actors whose deed it tells; they are not told
 * @param about the items that it is about and about nothing else; empty if it is about more
 */
public record Wish(String id, Topic topic, Set<PersonId> actors, List<ItemId> about) {
    /** What it is. */
    public enum Topic {
        NUDGE,
        PULSE,
        SYNC,
        REVIEW,
        CHECK_IN,
        CASCADE,
        NEWS,
        /** What the person waits for, such as the answer to an own question: it is no interruption. */
        AWAITED
    }

    public Wish {
        actors = Set.copyOf(actors);
        about = List.copyOf(about);
    }

    boolean isAwaited() {
        return topic == Topic.AWAITED;
    }
}
