package throughline.core.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.people.Account;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;

/**
 * Everything that follows from a turn, to be stored together or not at all.
 *
 * @param ticket the inbox entry that this answers; the commit takes it out of the inbox
 * @param base the version that the turn saw
 * @param reliedOn what must not have moved since {@code base}
 * @param people records to write; each also needs a {@code PersonTouched} fact, which without a record erases it
 * @param conversation which dialogue {@code dialogue} is the state of
 * @param mark the state of the dialogue that the turn saw, as {@link Snapshot#mark} gave it: a second tap on the same card,
 *     handled at the same moment, must see what the first one did
 * @param dialogue empty removes the state
 */
public record Commit(
        Optional<String> ticket,
        Version base,
        Set<String> reliedOn,
        Optional<ChangeSet> facts,
        List<Person> people,
        String conversation,
        String mark,
        Optional<Dialogue> dialogue,
        List<Posting> postings) {
    public Commit {
        reliedOn = Set.copyOf(reliedOn);
        people = List.copyOf(people);
        postings = List.copyOf(postings);
    }

    /** What a turn relies on when it assumes that nobody has this account. */
    public static String nobodyHas(Account account) {
        return "@" + account;
    }

    /** Whose records are erased: persons who were touched and have no record here. */
    public List<PersonId> erased() {
        return facts.stream()
                .flatMap(set -> set.changes().stream())
                .filter(Change.PersonTouched.class::isInstance)
                .map(change -> ((Change.PersonTouched) change).person())
                .filter(id -> people.stream().noneMatch(person -> person.id().equals(id)))
                .distinct()
                .toList();
    }

    /** Everything that this moves for turns that relied on it. */
    public Set<String> moves() {
        Stream<String> byFacts =
                facts.stream().flatMap(set -> set.changes().stream()).flatMap(change -> change.moves().stream());
        Stream<String> byPeople =
                people.stream().flatMap(person -> person.accounts().stream()).map(Commit::nobodyHas);
        return Stream.concat(byFacts, byPeople).collect(Collectors.toUnmodifiableSet());
    }
}
