package throughline.core.check;

import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.SuccessCriterion;

/** What a form may begin with, from what the roadmap says already. */
public final class Suggestion {
    private Suggestion() {}

    /** What its first key result should reach, or what part of it; nothing without a line. */
    public static List<SuccessCriterion> success(Roadmap roadmap, Initiative bet) {
        return bet.serves().stream()
                .flatMap(id -> roadmap.find(id, KeyResult.class).stream())
                .limit(1)
                .map(Suggestion::of)
                .toList();
    }

    private static SuccessCriterion of(KeyResult keyResult) {
        Optional<String> from = keyResult.current().or(keyResult::baseline);
        return new SuccessCriterion(
                keyResult.title(), Optional.of(keyResult.metric()), from, keyResult.target(), keyResult.due());
    }
}
