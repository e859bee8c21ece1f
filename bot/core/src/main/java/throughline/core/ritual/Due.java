package throughline.core.ritual;

import java.util.List;
import java.util.Optional;

/**
 * What of a ritual fell due.
 *
 * @param ready what is to be said now: at most the latest
 * @param skipped what is not said any more, oldest first; to be recorded
 * @param next what comes then; empty if nobody works for a year
 */
public record Due(Optional<Occurrence> ready, List<Skipped> skipped, Optional<Occurrence> next) {
    public Due {
        skipped = List.copyOf(skipped);
    }
}
