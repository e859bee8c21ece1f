package throughline.core.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.conversation.History;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Kind;

/** What of the latest history still stands, and who could take it back. */
public final class Undos {
    /** What is told to others at once, so that it is not taken back. */
    private static final Set<Kind> TOLD = Set.of(Kind.QUESTION, Kind.REQUEST, Kind.DECISION);

    private final List<History.Entry> newestFirst;
    private final List<History.Entry> standing;
    private final Map<String, History.Entry> all = new HashMap<>();

    private Undos(List<History.Entry> newestFirst) {
        this.newestFirst = newestFirst;
        Set<String> takenBack = new HashSet<>();
        newestFirst.forEach(entry -> all.put(entry.id(), entry));
        // An undo that was itself taken back takes nothing back, and it is always met before what it took back.
        this.standing = newestFirst.stream()
                .filter(entry -> {
                    boolean stands = !takenBack.contains(entry.id());
                    if (stands) {
                        takenBack(entry.facts()).ifPresent(takenBack::add);
                    }
                    return stands;
                })
                .toList();
    }

    public static Undos in(List<History.Entry> newestFirst) {
        return new Undos(newestFirst);
    }

    /** A person's own changes that stand, newest first; undoing is none. */
    public List<History.Entry> by(PersonId person) {
        return standing(person)
                .filter(entry -> takenBack(entry.facts()).isEmpty())
                .toList();
    }

    /** A person's newest undo that stands. Doing again what was undone is no undo. */
    public Optional<History.Entry> undoneBy(PersonId person) {
        return standing(person)
                .filter(entry -> takenBack(entry.facts())
                        .flatMap(earlier -> Optional.ofNullable(all.get(earlier)))
                        .filter(earlier -> takenBack(earlier.facts()).isEmpty())
                        .isPresent())
                .findFirst();
    }

    /** What was recorded after a commit and has an effect: neither what was taken back since, nor what took that back. */
    public List<History.Entry> after(History.Entry entry) {
        Set<String> later = new HashSet<>();
        newestFirst.stream().takeWhile(one -> !one.equals(entry)).forEach(one -> later.add(one.id()));
        return standing.stream()
                .filter(one -> later.contains(one.id()))
                .filter(one -> takenBack(one.facts()).filter(later::contains).isEmpty())
                .toList();
    }

    /** The commit that a commit takes back. */
    public static Optional<String> takenBack(ChangeSet facts) {
        return facts.changes().stream()
                .filter(Change.TakenBack.class::isInstance)
                .map(change -> ((Change.TakenBack) change).entry())
                .findFirst();
    }

    private Stream<History.Entry> standing(PersonId person) {
        return standing.stream()
                .filter(entry -> entry.facts().stamp().by().equals(person))
                .filter(entry -> isChange(entry.facts()));
    }

    /** What is told to others at once is not taken back; a proposal is withdrawn. */
    private static boolean isChange(ChangeSet facts) {
        List<Kind> kinds = facts.changes().stream()
                .flatMap(change -> kind(change).stream())
                .toList();
        return !facts.stamp().via().equals("file")
                && kinds.stream().anyMatch(kind -> kind != Kind.PROPOSAL)
                && facts.changes().stream().noneMatch(Undos::isTold)
                && facts.changes().stream().noneMatch(Change.Redacted.class::isInstance);
    }

    /** Where a request stands follows from what it became, and returns with it. */
    private static boolean isTold(Change change) {
        boolean follows = change instanceof Change.Edited<?> edited && (Object) edited.field() == FeatureRequest.STATE;
        return !follows && kind(change).filter(TOLD::contains).isPresent();
    }

    private static Optional<Kind> kind(Change change) {
        if (change instanceof Change.Added added) {
            return Optional.of(added.item().kind());
        }
        if (change instanceof Change.Edited<?> edited) {
            return Optional.of(edited.kind());
        }
        if (change instanceof Change.Listed<?> listed) {
            return Optional.of(listed.kind());
        }
        if (change instanceof Change.Unlisted<?> unlisted) {
            return Optional.of(unlisted.kind());
        }
        return change instanceof Change.Removed removed ? Optional.of(removed.kind()) : Optional.empty();
    }
}
