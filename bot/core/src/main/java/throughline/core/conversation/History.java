package throughline.core.conversation;

import java.time.Instant;
import java.util.List;
import throughline.core.roadmap.ChangeSet;

/** The facts that led to a {@link Snapshot}. They are read when they are asked for; a turn that does not ask pays nothing. */
public interface History {
    /** Nothing was ever recorded. */
    History NONE = (from, most) -> List.of();

    /**
     * The newest facts back to a moment, newest first; the same for one snapshot whatever is recorded later. Costs what it gives. A
     * commit of thousands of facts, such as a large import, comes without them.
     *
     * @param from the first fact that was recorded before this ends it
     * @param most how many commits at most
     */
    List<ChangeSet> since(Instant from, int most);
}
