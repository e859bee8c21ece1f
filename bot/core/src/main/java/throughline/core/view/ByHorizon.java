package throughline.core.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import throughline.core.roadmap.Horizon;

/** How many bets there are in each horizon. */
public record ByHorizon(Map<Horizon, Integer> counts) {
    public static final List<Horizon> OPEN = List.of(Horizon.NOW, Horizon.NEXT, Horizon.LATER);

    public static ByHorizon of(ToIntFunction<Horizon> count) {
        Map<Horizon, Integer> counts = new EnumMap<>(Horizon.class);
        for (Horizon horizon : Horizon.values()) {
            counts.put(horizon, count.applyAsInt(horizon));
        }
        return new ByHorizon(counts);
    }

    public int in(Horizon horizon) {
        return counts.getOrDefault(horizon, 0);
    }

    /** In Now, Next and Later. */
    public int open() {
        return OPEN.stream().mapToInt(this::in).sum();
    }

    /** "2 in Now, 1 in Later"; "none in Now" is said as well. */
    public String words() {
        return OPEN.stream()
                .filter(horizon -> horizon == Horizon.NOW || in(horizon) > 0)
                .map(horizon -> (in(horizon) == 0 ? "none" : Phrases.digits(in(horizon))) + " in " + horizon.title())
                .collect(Collectors.joining(", "));
    }
}
