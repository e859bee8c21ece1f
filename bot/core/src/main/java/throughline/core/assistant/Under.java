package throughline.core.assistant;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Theme;

/** The bets that hang under an objective, a key result or a theme. */
record Under(Roadmap roadmap, Item item) {

    /** In the order of their ids, each once. */
    Stream<Initiative> in(Horizon horizon) {
        if (item instanceof Theme theme) {
            return roadmap.in(horizon, theme).stream();
        }
        return keyResults()
                .flatMap(keyResult -> roadmap.serving(keyResult, horizon).stream())
                .distinct()
                .sorted(Comparator.comparing(Item::id));
    }

    int size(Horizon horizon) {
        if (item instanceof Theme theme) {
            return roadmap.in(horizon, theme).size();
        }
        // What serves two key results of an objective is counted once, which means to look at them all.
        return item instanceof KeyResult keyResult
                ? roadmap.serving(keyResult, horizon).size()
                : (int) in(horizon).count();
    }

    boolean has(Initiative bet) {
        return item instanceof Theme theme
                ? bet.theme().filter(theme.id()::equals).isPresent()
                : keyResults().anyMatch(keyResult -> bet.serves().contains(keyResult.id()));
    }

    /** "→ O1-KR1, O1-KR2": by which key results a bet hangs here; for a theme all that it serves. */
    Optional<String> linesOf(Initiative bet) {
        Set<ItemId> own = keyResults().map(Item::id).collect(Collectors.toSet());
        String lines = bet.serves().stream()
                .filter(id -> item instanceof Theme || own.contains(id))
                .map(ItemId::text)
                .collect(Collectors.joining(", "));
        if (lines.isEmpty()) {
            return Optional.of("no line to an OKR");
        }
        return Optional.of("→ " + lines);
    }

    private Stream<KeyResult> keyResults() {
        if (item instanceof Objective objective) {
            return roadmap.measuring(objective).stream();
        }
        return item instanceof KeyResult keyResult ? Stream.of(keyResult) : Stream.of();
    }
}
