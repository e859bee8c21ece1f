package throughline.core.ritual;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.question.Line;
import throughline.core.question.Lines;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Precedent;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Theme;

/** Which objectives an initiative may be said to serve by what is recorded, however far around: naming any of them is no mistake. */
record Connected(Roadmap roadmap, Initiative bet) {
    Set<ItemId> objectives() {
        Set<ItemId> served = Stream.of(
                        served(bet),
                        roadmap.precedentOf(bet.title()).flatMap(Precedent::objective).stream(),
                        contributions().flatMap(this::served))
                .flatMap(ids -> ids)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<ItemId> found = new LinkedHashSet<>(served);
        found.addAll(closed(served, this::above));
        found.addAll(closed(served, this::below));
        return found;
    }

    private static Set<ItemId> closed(Set<ItemId> from, Function<ItemId, Stream<ItemId>> step) {
        Set<ItemId> found = new LinkedHashSet<>();
        Deque<ItemId> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            ItemId id = next.remove();
            if (found.add(id)) {
                step.apply(id).forEach(next::add);
            }
        }
        return found;
    }

    /** By its key results, and by its theme. */
    private Stream<ItemId> served(Initiative one) {
        Stream<ItemId> own = new Lines(roadmap).of(one).candidates().stream().map(Line.Candidate::objective);
        Stream<ItemId> ofTheme = one.theme().flatMap(id -> roadmap.find(id, Theme.class)).stream()
                .flatMap(theme -> theme.serves().stream());
        return Stream.concat(own, ofTheme);
    }

    /** What it needs first, and what needs it. */
    private Stream<Initiative> contributions() {
        return Stream.concat(
                bet.dependsOn().stream().flatMap(id -> roadmap.find(id, Initiative.class).stream()),
                roadmap.needing(bet).stream());
    }

    private Stream<ItemId> above(ItemId id) {
        return roadmap.find(id, Objective.class).flatMap(Objective::supports).stream();
    }

    private Stream<ItemId> below(ItemId id) {
        return roadmap.find(id, Objective.class).stream()
                .flatMap(objective -> roadmap.supporting(objective).stream())
                .map(Item::id);
    }
}
