package throughline.core.assistant;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import throughline.core.roadmap.Horizon;

/** Counts of bets by horizon in words. */
final class ByHorizon {
    static final List<Horizon> OPEN = List.of(Horizon.NOW, Horizon.NEXT, Horizon.LATER);

    private ByHorizon() {}

    /** "2 in Now, 1 in Later"; "none in Now" is said as well. */
    static String counts(ToIntFunction<Horizon> count) {
        return OPEN.stream()
                .filter(horizon -> horizon == Horizon.NOW || count.applyAsInt(horizon) > 0)
                .map(horizon -> (count.applyAsInt(horizon) == 0 ? "none" : String.valueOf(count.applyAsInt(horizon)))
                        + " in " + horizon.title())
                .collect(Collectors.joining(", "));
    }

    static int sum(ToIntFunction<Horizon> count) {
        return OPEN.stream().mapToInt(count).sum();
    }
}
