package throughline.core.question;

import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.ItemId;

/**
 * The line from work to strategy: the objective and the key results that it serves.
 *
 * @param objective the best one; empty without a line
 * @param confidence 0 to 1; a recorded line has 1, no line 0
 * @param candidates the strongest objectives, best first, the winner included
 */
public record Line(
        Optional<ItemId> objective,
        List<ItemId> keyResults,
        Basis basis,
        double confidence,
        List<Candidate> candidates) {
    /** What the line rests on. */
    public enum Basis {
        RECORDED,
        INFERRED,
        NONE
    }

    /** An objective that the work may serve, with its confidence from 0 to 1. */
    public record Candidate(ItemId objective, List<ItemId> keyResults, double confidence) {
        public Candidate {
            keyResults = List.copyOf(keyResults);
        }
    }

    public Line {
        keyResults = List.copyOf(keyResults);
        candidates = List.copyOf(candidates);
    }

    public static Line none() {
        return new Line(Optional.empty(), List.of(), Basis.NONE, 0, List.of());
    }
}
