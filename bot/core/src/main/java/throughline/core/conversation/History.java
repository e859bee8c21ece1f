package throughline.core.conversation;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import throughline.core.roadmap.ChangeSet;

/** The facts that led to a {@link Snapshot}. They are read when they are asked for; a turn that does not ask pays nothing. */
public interface History {
    /** Nothing was ever recorded. */
    History NONE = new History() {
        @Override
        public List<ChangeSet> since(Instant from, int most) {
            return List.of();
        }

        @Override
        public Sought latest(Predicate<ChangeSet> wanted, int most) {
            return new Sought.Nothing();
        }
    };

    /** What a search came to. */
    sealed interface Sought {
        record Found(ChangeSet facts) implements Sought {}

        /** The whole history has none. */
        record Nothing() implements Sought {}

        /** There is more history than was wanted to be looked at. */
        record GivenUp() implements Sought {}
    }

    /**
     * The newest facts back to a moment, newest first; the same for one snapshot whatever is recorded later. Costs what it gives. A
     * commit of thousands of facts, such as a large import, comes without them.
     *
     * @param from the first fact that was recorded before this ends it
     * @param most how many commits at most
     */
    List<ChangeSet> since(Instant from, int most);

    /**
     * The newest facts of a kind. Costs what it passes over, and holds little of that at a time.
     *
     * @param most how many commits are looked at, at most
     */
    Sought latest(Predicate<ChangeSet> wanted, int most);
}
