package throughline.core.assistant;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import throughline.core.roadmap.Horizon;
import throughline.core.view.Phrases;

/** How many bets there are in each horizon. */
record ByHorizon(Map<Horizon, Integer> counts) {
    static final List<Horizon> OPEN = List.of(Horizon.NOW, Horizon.NEXT, Horizon.LATER);

    static ByHorizon of(ToIntFunction<Horizon> count) {
        Map<Horizon, Integer> counts = new EnumMap<>(Horizon.class);
        for (Horizon horizon : Horizon.values()) {
            counts.put(horizon, count.applyAsInt(horizon));
        }
        return new ByHorizon(counts);
    }

    int in(Horizon horizon) {
        return counts.getOrDefault(horizon, 0);
    }

    /** In Now, Next and Later. */
    int open() {
        return OPEN.stream().mapToInt(this::in).sum();
    }

    /** "2 in Now, 1 in Later"; "none in Now" is said as well. */
    String words() {
        return OPEN.stream()
                .filter(horizon -> horizon == Horizon.NOW || in(horizon) > 0)
                .map(horizon -> (in(horizon) == 0 ? "none" : Phrases.digits(in(horizon))) + " in " + horizon.title())
                .collect(Collectors.joining(", "));
    }
}
