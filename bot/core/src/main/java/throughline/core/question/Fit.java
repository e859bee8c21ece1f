package throughline.core.question;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import throughline.core.question.Fitness.Side;
import throughline.core.question.Resolution.Fitting;
import throughline.core.question.Resolution.Match;

/**
 * Weighs the sides of a fit. The weights are a conditional logistic regression over questions about invented organizations; how sure
 * the best is, another one over its score and its lead (bot/decisions/2026-11-25-the-line-to-an-okr.md).
 */
final class Fit {
    /** Nothing else is meant by who gives an id. */
    private static final double CERTAIN = 20;

    private static final Map<Side, Double> WEIGHTS = Map.of(
            Side.ID, CERTAIN,
            Side.SENTENCE_IN_TITLE, 0.62,
            Side.TITLE_IN_SENTENCE, 1.82,
            Side.SENTENCE_IN_ITEM, 4.54,
            Side.ITEM_IN_SENTENCE, 2.09,
            Side.RAREST_WORD, 0.66,
            Side.TITLE, 2.9,
            Side.ITEM, 3.67);
    private static final double BIAS = -4.804;
    private static final double SCORE = 0.685;
    private static final double LEAD = 0.568;

    private Fit() {}

    static List<Match> ranked(List<Fitting> fitting) {
        List<Match> scored = fitting.stream()
                .map(one -> new Match(one.item(), score(one.sides())))
                .sorted(Comparator.comparingDouble(Match::sure)
                        .reversed()
                        .thenComparing(match -> match.item().id()))
                .toList();
        double best = scored.isEmpty() ? 0 : scored.get(0).sure();
        double second = scored.size() < 2 ? 0 : scored.get(1).sure();
        return scored.stream()
                .map(match -> new Match(
                        match.item(), sure(match.sure(), match.sure() == best ? best - second : match.sure() - best)))
                .toList();
    }

    private static double score(Map<Side, Double> sides) {
        return sides.entrySet().stream()
                .mapToDouble(side -> WEIGHTS.getOrDefault(side.getKey(), 0.0) * side.getValue())
                .sum();
    }

    private static double sure(double score, double lead) {
        return 1 / (1 + Math.exp(-(BIAS + SCORE * score + LEAD * lead)));
    }
}
