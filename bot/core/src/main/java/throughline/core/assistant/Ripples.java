package throughline.core.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Flag;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Watch;
import throughline.core.roadmap.Workstream;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/** What else follows from facts: flags on what hangs under a change, and notices to who owns that or watches what changed. */
final class Ripples {
    private static final Set<Field<?>> TARGETS =
            Set.of(KeyResult.BASELINE, KeyResult.TARGET, KeyResult.DUE, Objective.TARGET, Objective.CURRENT);

    private static final Set<Field<?>> DEFINITION = Set.of(
            Initiative.DESCRIPTION, Initiative.CONSTRAINTS, Initiative.NON_GOALS, Initiative.SUCCESS, Initiative.FIXED);

    /** More is not flagged by one commit, what is sooner first. */
    private static final int MOST_FLAGS = 500;

    private static final int MOST_WATCHERS = 200;
    private static final int SHOWN = 3;

    private final Scene scene;
    private final Turn turn;
    private final Roadmap after;

    private Ripples(Scene scene, Turn turn) {
        this.scene = scene;
        this.turn = turn;
        Stamp stamp = new Stamp(scene.now(), scene.person().id(), scene.place().written());
        this.after = scene.roadmap().on(new ChangeSet(stamp, turn.why(), turn.changes()));
    }

    /** The turn with what else follows from its facts. */
    static Turn after(Turn turn, Scene scene) {
        return turn.changes().isEmpty() ? turn : new Ripples(scene, turn).spread();
    }

    private Turn spread() {
        Map<ItemId, Flag> causes = causes();
        Map<Item, Flag> flagged = new LinkedHashMap<>();
        causes.values()
                .forEach(flag -> under(flag.because())
                        .filter(item -> isNew(item, flag))
                        .limit(MOST_FLAGS)
                        .forEach(item -> flagged.putIfAbsent(item, flag)));
        List<Notice> notices = new Mail(flagged).merged();
        if (flagged.isEmpty()) {
            return notices.equals(turn.notices()) ? turn : turn.notifying(notices);
        }
        List<Change> changes = new ArrayList<>(turn.changes());
        flagged.entrySet().stream()
                .limit(MOST_FLAGS)
                .flatMap(entry -> flagging(entry.getKey(), entry.getValue()))
                .forEach(changes::add);
        return turn.recording(changes, turn.reliedOn(), turn.why())
                .notifying(notices)
                .ending(new Block.Note(Prose.of(told(List.copyOf(flagged.keySet())))));
    }

    /* Flags */

    /** What changed so that what hangs under it may not hold any more. What is taken back takes its flags along. */
    private Map<ItemId, Flag> causes() {
        Map<ItemId, List<String>> fields = new LinkedHashMap<>();
        if (turn.changes().stream().noneMatch(Change.TakenBack.class::isInstance)) {
            turn.changes()
                    .forEach(change -> changed(change)
                            .ifPresent(field -> fields.computeIfAbsent(
                                            change.about().orElseThrow(), id -> new ArrayList<>())
                                    .add(field.key().replace('_', ' '))));
        }
        Map<ItemId, Flag> causes = new LinkedHashMap<>();
        fields.forEach((id, names) -> causes.put(
                id,
                new Flag(
                        scene.today(),
                        scene.person().id(),
                        id,
                        Phrases.listed(names.stream().distinct().toList()))));
        return causes;
    }

    /** The field of a target that was there and is another one, or of a definition. */
    private static Optional<Field<?>> changed(Change change) {
        if (change instanceof Change.Edited<?> edited) {
            boolean isOther = edited.before().isPresent() && !edited.before().equals(edited.after());
            return Optional.<Field<?>>of(edited.field())
                    .filter(field -> isOther && (TARGETS.contains(field) || DEFINITION.contains(field)));
        }
        if (change instanceof Change.Listed<?> listed) {
            return Optional.<Field<?>>of(listed.field()).filter(DEFINITION::contains);
        }
        return change instanceof Change.Unlisted<?> unlisted
                ? Optional.<Field<?>>of(unlisted.field()).filter(DEFINITION::contains)
                : Optional.empty();
    }

    private Stream<? extends Item> under(ItemId id) {
        Optional<Item> cause = after.find(id);
        if (cause.isPresent() && cause.get() instanceof KeyResult keyResult) {
            return serving(keyResult);
        }
        if (cause.isPresent() && cause.get() instanceof Objective objective) {
            return after.measuring(objective).stream().flatMap(this::serving).distinct();
        }
        return cause.isPresent() && cause.get() instanceof Initiative bet
                ? after.building(bet).stream().filter(work -> !isDone(work))
                : Stream.of();
    }

    private Stream<Initiative> serving(KeyResult keyResult) {
        return Stream.of(Horizon.NOW, Horizon.NEXT, Horizon.LATER)
                .flatMap(horizon -> after.serving(keyResult, horizon).stream());
    }

    private static boolean isDone(Workstream work) {
        return work.values()
                .find(Workstream.STATUS)
                .filter(Workstream.Status.DONE::equals)
                .isPresent();
    }

    private static boolean isNew(Item item, Flag flag) {
        return Flag.of(item).stream()
                .noneMatch(other ->
                        other.because().equals(flag.because()) && other.what().equals(flag.what()));
    }

    private static Stream<Change> flagging(Item item, Flag flag) {
        return Flag.field(item.kind()).stream().map(field -> new Change.Listed<>(item.kind(), item.id(), field, flag));
    }

    /** "Flagged rebuild?: Guided setup (I3) and 4 more. Their owners say whether they still hold." */
    private static String told(List<Item> flagged) {
        List<String> names =
                flagged.stream().limit(SHOWN).map(Phrases::named).collect(Collectors.toCollection(ArrayList::new));
        if (flagged.size() > SHOWN) {
            names.add((flagged.size() - SHOWN) + " more");
        }
        return "Flagged " + Flag.question(flagged.get(0).kind()) + ": " + Phrases.listed(names)
                + ". Who owns them says whether they still hold.";
    }

    /* Notices */

    /** What one person is told of this commit. */
    record News(List<String> watched, List<ItemId> items, List<Item> flagged) {
        News() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** One message for each person, whatever it is about. */
    private final class Mail {
        private final Map<PersonId, News> news = new LinkedHashMap<>();

        Mail(Map<Item, Flag> flagged) {
            turn.changes().stream().filter(Ripples::isWatched).forEach(this::toWatchers);
            flagged.keySet()
                    .forEach(item ->
                            item.owner().ifPresent(owner -> of(owner).flagged().add(item)));
            news.remove(scene.person().id());
        }

        private News of(PersonId person) {
            return news.computeIfAbsent(person, id -> new News());
        }

        private void toWatchers(Change change) {
            ItemId id = change.about().orElseThrow();
            String line = new ChangeWords(scene).of(change);
            scene.roadmap().watching(id).stream()
                    .limit(MOST_WATCHERS)
                    .map(Watch::by)
                    .forEach(person -> {
                        of(person).watched().add(line);
                        of(person).items().add(id);
                    });
        }

        List<Notice> merged() {
            NewsCard card = new NewsCard(scene, turn.why());
            List<Notice> all = new ArrayList<>();
            for (Notice notice : turn.notices()) {
                Optional<News> more = Optional.ofNullable(news.remove(notice.to()));
                all.add(more.map(some -> new Notice(notice.to(), card.added(notice.card(), some), notice.unreached()))
                        .orElse(notice));
            }
            news.forEach((person, some) -> all.add(new Notice(
                    person, card.of(some), turn.replies().stream().findFirst().map(reply -> reply))));
            return all;
        }
    }

    /** Whether those who watch an item hear of a fact about it: where it goes, what it aims at, and whose it is. */
    private static boolean isWatched(Change change) {
        if (change instanceof Change.Removed removed) {
            return !removed.kind().isBeside();
        }
        return change instanceof Change.Edited<?> edited
                && !edited.kind().isBeside()
                && ((Object) edited.field() == Initiative.HORIZON
                        || TARGETS.contains(edited.field())
                        || (edited.field().shape() instanceof Shape.PersonRef && edited.kind() != Kind.TEAM));
    }
}
