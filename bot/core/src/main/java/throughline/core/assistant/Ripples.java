package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
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
import throughline.core.roadmap.News;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Watch;
import throughline.core.roadmap.Workstream;
import throughline.core.view.ChangeWords;
import throughline.core.view.Phrases;

/**
 * What else follows from facts: flags on what hangs under a change, whose owners {@link AskingOwners} asks, and news for those who watch what
 * changed, which wait for the day's message unless they hear something at once anyway.
 */
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
        Mail mail = new Mail();
        List<Notice> notices = mail.merged();
        List<News> waiting = mail.waiting();
        Turn told = notices.equals(turn.notices()) ? turn : turn.notifying(notices);
        if (flagged.isEmpty() && waiting.isEmpty()) {
            return told;
        }
        List<Change> changes = new ArrayList<>(turn.changes());
        flagged.entrySet().stream()
                .limit(MOST_FLAGS)
                .flatMap(entry -> flagging(entry.getKey(), entry.getValue()))
                .forEach(changes::add);
        Set<String> basis = new HashSet<>(turn.reliedOn());
        waiting.forEach(news -> {
            changes.add(new Change.Added(news));
            basis.add(news.id().text());
        });
        Turn recorded = told.recording(changes, basis, turn.why());
        return flagged.isEmpty()
                ? recorded
                : recorded.ending(new Block.Note(Prose.of(told(List.copyOf(flagged.keySet())))));
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

    /* News */

    /** One piece for each person, whatever it is about. */
    private final class Mail {
        private final ChangeWords words = new ChangeWords(scene);
        private final Map<PersonId, List<Change>> watched = new LinkedHashMap<>();

        Mail() {
            turn.changes().stream().filter(Ripples::isWatched).forEach(this::toWatchers);
            watched.remove(scene.person().id());
        }

        private void toWatchers(Change change) {
            ItemId id = change.about().orElseThrow();
            scene.roadmap().watching(id).stream()
                    .limit(MOST_WATCHERS)
                    .map(Watch::by)
                    .filter(person -> !isToldAnyway(person, id))
                    .forEach(person -> watched.computeIfAbsent(person, key -> new ArrayList<>())
                            .add(change));
        }

        /** Who asked for it hears what became of it. */
        private boolean isToldAnyway(PersonId person, ItemId id) {
            return turn.changes().stream()
                    .anyMatch(change -> change instanceof Change.Added added
                            && added.item() instanceof News news
                            && news.to().equals(person)
                            && news.command().filter(("show " + id)::equals).isPresent());
        }

        private WatchNews of(List<Change> facts) {
            return new WatchNews(scene.person().id(), turn.why(), facts);
        }

        /** What the turn says itself, with what else is to be told to the same person. */
        List<Notice> merged() {
            String author = scene.people().call(scene.person().id());
            return turn.notices().stream()
                    .map(notice -> Optional.ofNullable(watched.remove(notice.to()))
                            .map(facts -> new Notice(
                                    notice.to(),
                                    notice.card()
                                            .with(new Block.Note(
                                                    Prose.of(of(facts).also(author, words)))),
                                    notice.unreached()))
                            .orElse(notice))
                    .toList();
        }

        /** The rest. */
        List<News> waiting() {
            List<News> waiting = new ArrayList<>();
            Roadmap rolling = after;
            for (Map.Entry<PersonId, List<Change>> one : watched.entrySet()) {
                ItemId id = rolling.nextBeside(Kind.NEWS);
                Item item = of(one.getValue()).item(id, one.getKey(), scene.today(), words);
                waiting.add((News) item);
                rolling = rolling.on(new ChangeSet(
                        new Stamp(scene.now(), scene.person().id(), ""),
                        Optional.empty(),
                        List.of(new Change.Added(item))));
            }
            return waiting;
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
