package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import throughline.core.edit.Wish;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;

/**
 * How somebody wants an initiative to come into Now.
 *
 * @param override why the gate should be overridden, if it should
 * @param swap what goes out for it, if something does
 */
record Entering(Optional<String> override, Optional<Swap> swap) {
    /** Through the gate. */
    static final Entering PLAIN = new Entering(Optional.empty(), Optional.empty());

    /** What goes out, where to, and why. */
    record Swap(Initiative out, Horizon to, String reason) {
        List<Change> facts() {
            return new Wish<>(Initiative.HORIZON, Optional.of(to)).on(out);
        }
    }

    static Entering against(String reason) {
        return new Entering(Optional.of(reason), Optional.empty());
    }

    static Entering insteadOf(Swap swap) {
        return new Entering(Optional.empty(), Optional.of(swap));
    }

    Optional<String> reason() {
        return override.or(() -> swap.map(Swap::reason));
    }
}
