package throughline.core.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Theme;
import throughline.core.roadmap.Workstream;

/** Reads the recorded line from an item of the roadmap: work → initiative → theme → key result → objective. */
public final class Lines {
    private final Roadmap roadmap;

    public Lines(Roadmap roadmap) {
        this.roadmap = roadmap;
    }

    /** The line that people recorded; its basis is NONE for an orphan. The first objective is that of the first key result. */
    public Line of(Item item) {
        Map<ItemId, List<ItemId>> byObjective = new LinkedHashMap<>();
        keyResultsOf(item)
                .forEach(keyResult -> byObjective.merge(
                        keyResult.objective(),
                        List.of(keyResult.id()),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        objectivesOf(item).forEach(objective -> byObjective.putIfAbsent(objective, List.of()));
        List<Line.Candidate> candidates = byObjective.entrySet().stream()
                .map(entry -> new Line.Candidate(entry.getKey(), entry.getValue(), 1))
                .toList();
        if (candidates.isEmpty()) {
            return Line.none();
        }
        List<ItemId> keyResults = candidates.stream()
                .flatMap(candidate -> candidate.keyResults().stream())
                .toList();
        return new Line(Optional.of(candidates.get(0).objective()), keyResults, Line.Basis.RECORDED, 1, candidates);
    }

    /** The key results that the item itself names. */
    public Stream<KeyResult> keyResultsOf(Item item) {
        if (item instanceof Initiative initiative) {
            return initiative.serves().stream().flatMap(id -> roadmap.find(id, KeyResult.class).stream());
        }
        if (item instanceof Workstream workstream) {
            return roadmap.find(workstream.initiative(), Initiative.class).stream()
                    .flatMap(this::keyResultsOf);
        }
        return item instanceof KeyResult keyResult ? Stream.of(keyResult) : Stream.of();
    }

    private Stream<ItemId> objectivesOf(Item item) {
        if (item instanceof Theme theme) {
            return theme.serves().stream();
        }
        return item instanceof Objective objective ? Stream.of(objective.id()) : Stream.of();
    }

    public Optional<Objective> objectiveOf(KeyResult keyResult) {
        return roadmap.find(keyResult.objective(), Objective.class);
    }
}
