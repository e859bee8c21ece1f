package throughline.core.ritual;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.History;
import throughline.core.roadmap.Cascade;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Strategy;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/**
 * Finds what of strategies and objectives changed, to be passed on. A day's changes are looked at when it is over, so that what was taken
 * back meanwhile, or changed twice, disturbs nobody.
 */
public final class Cascades {
    private static final Duration LOOK_BACK = Duration.ofDays(8);
    private static final int MOST = 2_000;
    private static final int LONGEST = 90;

    private static final Set<Field<?>> CHANGES = Set.of(
            Strategy.STATEMENT,
            Strategy.WHERE,
            Strategy.HOW,
            Strategy.PERMISSION,
            Objective.TITLE,
            Objective.WHY,
            Objective.TARGET,
            Objective.PERIOD,
            KeyResult.TARGET);

    private Cascades() {}

    /** One field of an item, before and after all that happened. */
    private record Moved(Item of, Field<?> field, Optional<?> before, Optional<?> after) {
        boolean isReal() {
            return !before.equals(after);
        }

        String words() {
            String name = (of instanceof KeyResult ? of.id() + "’s " : "its ") + name(field);
            if (!isShort(before) || !isShort(after)) {
                return name + " changed";
            }
            String now = after.map(value -> Phrases.quoted(value.toString())).orElse("gone");
            return before.map(value -> name + " was " + Phrases.quoted(value.toString()) + " and is " + now)
                    .orElseGet(() -> name + " is " + now);
        }

        private static boolean isShort(Optional<?> value) {
            return value.filter(one -> !(one instanceof String text) || text.length() > LONGEST)
                    .isEmpty();
        }

        private static String name(Field<?> field) {
            return (Object) field == Objective.WHY ? "reason" : field.key().replace('_', ' ');
        }
    }

    /** What happened to an item since it was passed on the last time. */
    private static final class Story {
        private final List<Moved> moved = new ArrayList<>();
        private String entry = "";
        private Optional<ChangeSet> last = Optional.empty();

        /** Told from the newest to the oldest. */
        void add(History.Entry told, Item of, Change.Edited<?> edited) {
            if (last.isEmpty()) {
                last = Optional.of(told.facts());
                entry = told.id();
            }
            Optional<Moved> later = moved.stream()
                    .filter(one -> one.of().id().equals(of.id()) && one.field().equals(edited.field()))
                    .findFirst();
            later.ifPresent(moved::remove);
            Optional<?> after = later.isPresent() ? later.get().after() : edited.after();
            moved.add(new Moved(of, edited.field(), edited.before(), after));
        }
    }

    /** What is to be passed on from now on: at most one change, the next one finds another id. */
    public static List<Kept> keep(Today today) {
        Roadmap roadmap = today.roadmap();
        Instant midnight = today.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<ItemId, Story> stories = new LinkedHashMap<>();
        Set<ItemId> known = new HashSet<>();
        for (History.Entry entry : today.history().back(midnight.minus(LOOK_BACK), MOST)) {
            if (entry.facts().stamp().at().isBefore(midnight)) {
                look(roadmap, entry, stories, known);
            }
        }
        return stories.entrySet().stream()
                .filter(story -> story.getValue().moved.stream().anyMatch(Moved::isReal))
                .limit(1)
                .map(story -> kept(roadmap, today.day(), story.getKey(), story.getValue()))
                .toList();
    }

    private static void look(Roadmap roadmap, History.Entry entry, Map<ItemId, Story> stories, Set<ItemId> known) {
        for (Change change : entry.facts().changes()) {
            if (change instanceof Change.Edited<?> edited && CHANGES.contains(edited.field())) {
                roadmap.find(edited.item())
                        .ifPresent(of -> above(roadmap, of)
                                .filter(item -> !isPassedOn(roadmap, item, entry, known))
                                .ifPresent(item -> stories.computeIfAbsent(item, id -> new Story())
                                        .add(entry, of, edited)));
            }
        }
    }

    private static Optional<ItemId> above(Roadmap roadmap, Item item) {
        return item instanceof KeyResult keyResult
                ? roadmap.find(keyResult.objective()).map(Item::id)
                : Optional.of(item.id());
    }

    /** From the entry on that was told last, everything is older. */
    private static boolean isPassedOn(Roadmap roadmap, ItemId item, History.Entry entry, Set<ItemId> known) {
        boolean isLast = roadmap.cascadesOf(item).stream()
                .anyMatch(cascade -> cascade.entry().equals(entry.id()));
        if (isLast) {
            known.add(item);
        }
        return known.contains(item);
    }

    private static Kept kept(Roadmap roadmap, LocalDate day, ItemId item, Story story) {
        ItemId id = roadmap.nextBeside(Kind.CASCADE);
        ChangeSet last = story.last.orElseThrow();
        String changed = String.join(
                "; ",
                story.moved.stream().filter(Moved::isReal).map(Moved::words).toList());
        Item cascade = Kind.CASCADE.item(
                id,
                Values.none()
                        .with(Cascade.ITEM, item)
                        .with(Cascade.CHANGED, changed)
                        .with(Cascade.BY, last.stamp().by())
                        .with(Cascade.ON, day)
                        .with(Cascade.WHY, last.why())
                        .with(Cascade.ENTRY, story.entry));
        List<Change> changes = new ArrayList<>(List.of(new Change.Added(cascade)));
        roadmap.cascadesOf(item).stream()
                .filter(earlier -> !earlier.isOvertaken())
                .forEach(earlier -> changes.add(new Change.Edited<>(
                        Kind.CASCADE, earlier.id(), Cascade.OVERTAKEN, Optional.empty(), Optional.of(day))));
        return new Kept(changes, List.of(), Set.of(id.text()));
    }
}
