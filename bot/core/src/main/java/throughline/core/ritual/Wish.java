package throughline.core.ritual;

import java.util.List;
import java.util.Set;
import throughline.core.people.PersonId;
import throughline.core.roadmap.ItemId;

/**
 * Something that wants to be said without being asked.
 *
 * @param id unique within an organization; for persons, unique for each of them
 * @param actors whose deed it tells; they are not told
 * @param about the items that it is about and about nothing else; empty if it is about more
 * @param urgency how long it may wait
 * @param unanswered how many before it that asked the like of the same person got no answer, in a row
 */
public record Wish(String id, Topic topic, Set<PersonId> actors, List<ItemId> about, Urgency urgency, int unanswered) {
    /** What it is, in the order of importance: a message of several begins with the first. */
    public enum Topic {
        /** What the person waits for, such as the answer to an own question: it is no interruption. */
        AWAITED("an answer", "answers"),
        /** A decision that came back to the person. */
        DECISION("a decision that came back", "decisions that came back"),
        REVIEW("a quarterly review", "quarterly reviews"),
        CHECK_IN("a check-in that is due", "check-ins that are due"),
        /** What the person owns, in question after a change above it. */
        FLAG("a flag of yours", "flags of yours"),
        CASCADE("a change above you", "changes above you"),
        /** What became of what the person asked for. */
        NEWS("a piece of news", "pieces of news"),
        PULSE("a question in one tap", "questions in one tap"),
        SYNC("a monthly sync", "monthly syncs"),
        /** Of persons: that a team is nudged no more. */
        NUDGE("a nudge that stopped", "nudges that stopped");

        private final String one;
        private final String many;

        Topic(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** "2 check-ins that are due". */
        public String count(int count) {
            return count == 1 ? one : count + " " + many;
        }
    }

    /** How long something may wait; what is more urgent is told first. */
    public enum Urgency {
        /** Its day is today. */
        TODAY,
        /** Some days. */
        SOON,
        /** Until there is room. */
        WHENEVER
    }

    /** Something that may wait for some days. */
    public Wish(String id, Topic topic, Set<PersonId> actors, List<ItemId> about) {
        this(id, topic, actors, about, Urgency.SOON, 0);
    }

    /** The same, so urgent. */
    public Wish within(Urgency other) {
        return new Wish(id, topic, actors, about, other, unanswered);
    }

    /** The same after so many that got no answer. */
    public Wish after(int silent) {
        return new Wish(id, topic, actors, about, urgency, silent);
    }

    public Wish {
        actors = Set.copyOf(actors);
        about = List.copyOf(about);
    }

    boolean isAwaited() {
        return topic == Topic.AWAITED;
    }
}
