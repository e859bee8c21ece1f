package throughline.core.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.people.Person;
import throughline.core.roadmap.Change;

/**
 * What follows from an input: a value, so that running a turn has no effect and may be repeated.
 *
 * @param next the state of the dialogue afterwards; empty when nothing is being talked about
 * @param people records of persons to write
 * @param notices what to tell others, in order
 * @param reliedOn ids, or the counts named in {@link Change}, that must not have moved when the turn is committed
 * @param why the author's reason for the changes
 * @param updates messages that are said anew in their places
 * @param decisions about messages that nobody sends, done once the turn is committed
 */
public record Turn(
        Optional<Dialogue> next,
        List<Change> changes,
        List<Person> people,
        List<Reply> replies,
        List<Notice> notices,
        Set<String> reliedOn,
        Optional<String> why,
        List<Update> updates,
        List<Decision> decisions)
        implements Response {
    /**
     * What a message that stands already shows from now on.
     *
     * @param message as in {@link Input.Tapped#message}
     * @param place where it stands; empty for where the input came from
     */
    public record Update(String message, Optional<Place> place, Card card) {}

    /**
     * What an operator decided about a message that nobody sends.
     *
     * @param letter its id
     * @param isSent whether it is sent after all; else it never is
     */
    public record Decision(String letter, boolean isSent) {}

    public Turn {
        people = List.copyOf(people);
        changes = List.copyOf(changes);
        replies = List.copyOf(replies);
        updates = List.copyOf(updates);
        notices = List.copyOf(notices);
        reliedOn = Set.copyOf(reliedOn);
        decisions = List.copyOf(decisions);
    }

    /** Says something and leaves no dialogue open. */
    public static Turn say(Reply reply) {
        return saying(List.of(reply));
    }

    /** Says nothing and leaves no dialogue open. */
    public static Turn silent() {
        return saying(List.of());
    }

    private static Turn saying(List<Reply> replies) {
        return new Turn(
                Optional.empty(),
                List.of(),
                List.of(),
                replies,
                List.of(),
                Set.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Only its words and the dialogue after them; nothing is recorded. */
    public Turn words() {
        return saying(replies).leaving(next).notifying(notices);
    }

    /** The same, with this dialogue open afterwards. */
    public Turn leaving(Optional<Dialogue> state) {
        return new Turn(state, changes, people, replies, notices, reliedOn, why, updates, decisions);
    }

    /** The same, after which these others are told something. */
    public Turn notifying(List<Notice> others) {
        return new Turn(next, changes, people, replies, others, reliedOn, why, updates, decisions);
    }

    public Turn recording(List<Change> facts, Set<String> basis, Optional<String> reason) {
        return new Turn(next, facts, people, replies, notices, basis, reason, updates, decisions);
    }

    /** The same, with these records of people written; refused if one of them moved meanwhile. */
    public Turn writing(Person... records) {
        Set<String> basis = new HashSet<>(reliedOn);
        for (Person record : records) {
            basis.addAll(new Change.PersonTouched(record.id()).moves());
        }
        return new Turn(next, changes, List.of(records), replies, notices, basis, why, updates, decisions);
    }

    /** The same, after which the message that was tapped, or an earlier one, shows this card. */
    public Turn updating(String message, Card card) {
        return updating(List.of(new Update(message, Optional.empty(), card)));
    }

    /** The same, after which these messages show something else as well. */
    public Turn updating(List<Update> more) {
        List<Update> all = Stream.concat(updates.stream(), more.stream()).toList();
        return new Turn(next, changes, people, replies, notices, reliedOn, why, all, decisions);
    }

    /** The same, after which this is done about messages that nobody sends. */
    public Turn deciding(List<Decision> all) {
        return new Turn(next, changes, people, replies, notices, reliedOn, why, updates, all);
    }

    /** The same without words: an updated message says it. */
    public Turn quietly() {
        return new Turn(next, changes, people, List.of(), notices, reliedOn, why, updates, decisions);
    }

    /** The same, whose replies end with one more block. */
    public Turn ending(Block block) {
        List<Reply> longer = replies.stream()
                .map(reply -> new Reply(reply.visibility(), reply.card().with(block), reply.answer()))
                .toList();
        return new Turn(next, changes, people, longer, notices, reliedOn, why, updates, decisions);
    }
}
