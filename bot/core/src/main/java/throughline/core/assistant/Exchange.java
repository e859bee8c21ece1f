package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.conversation.Commit;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Speaker;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Stamp;

/** A turn together with what it was run on. */
record Exchange(String ticket, Incoming incoming, Snapshot snapshot, Scene scene, Turn turn) {

    /** Whether nothing follows but words, so that nothing has to be committed before they are said. */
    boolean isQuiet() {
        return turn.changes().isEmpty()
                && turn.notices().isEmpty()
                && turn.updates().isEmpty()
                && turn.decisions().isEmpty()
                && people().isEmpty()
                && turn.next().equals(snapshot.dialogue());
    }

    Commit commit(List<Posting> postings) {
        return new Commit(
                Optional.of(ticket),
                snapshot.version(),
                reliedOn(),
                facts(),
                people(),
                conversation(incoming),
                snapshot.mark(),
                turn.next(),
                postings);
    }

    /** One dialogue per thread of a channel, whoever speaks in it; elsewhere one per person and place. */
    static String conversation(Incoming incoming) {
        Place place = incoming.place();
        String thread = place.thread().orElse("");
        return thread.isEmpty() || place.isDirect()
                ? String.join("|", incoming.account().toString(), place.channel(), thread)
                // No account is empty, so this is nobody's own.
                : String.join("|", "", place.written(), thread);
    }

    /** The person as met here, unless the store has just this record or the turn writes another one. */
    private Optional<Person> met() {
        Person person = scene.person();
        // Whom the platform does not tell about has no name yet, and would keep none.
        boolean isTold = incoming.from().standing() != Speaker.Standing.UNVERIFIED;
        boolean isStored = stored().filter(person::equals).isPresent();
        boolean isWritten = turn.people().stream()
                .anyMatch(one -> one.id().equals(person.id()) || one.accounts().contains(incoming.account()));
        boolean isErased = turn.changes().contains(new Change.PersonTouched(person.id()));
        return !isTold || isStored || isWritten || isErased ? Optional.empty() : Optional.of(person);
    }

    private Optional<Person> stored() {
        return snapshot.people().find(scene.person().id());
    }

    private List<Person> people() {
        return Stream.concat(met().stream(), turn.people().stream())
                .filter(this::isSomebody)
                .toList();
    }

    /** Who brings an account in with the first word was never anybody else. */
    private boolean isSomebody(Person person) {
        return !person.accounts().isEmpty()
                || snapshot.people().find(person.id()).isPresent();
    }

    private Set<String> reliedOn() {
        if (stored().isPresent()) {
            return turn.reliedOn();
        }
        // Two first messages at once must not make two persons of one.
        Set<String> more = new HashSet<>(turn.reliedOn());
        more.add(Commit.nobodyHas(incoming.account()));
        return more;
    }

    private Optional<ChangeSet> facts() {
        List<Change> changes = new ArrayList<>();
        people().forEach(person -> changes.add(new Change.PersonTouched(person.id())));
        changes.addAll(turn.changes());
        Stamp stamp = new Stamp(scene.now(), scene.person().id(), scene.place().written());
        return changes.isEmpty() ? Optional.empty() : Optional.of(new ChangeSet(stamp, turn.why(), changes));
    }
}
