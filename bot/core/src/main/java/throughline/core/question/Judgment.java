package throughline.core.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.question.Sides.Side;
import throughline.core.roadmap.ItemId;

/**
 * Weighs the sides from which objectives were seen. The weights are a conditional logistic regression over requests to invented
 * organizations; the confidence is another one, over how far the best leads and how near it is
 * (bot/decisions/2026-11-25-the-line-to-an-okr.md).
 *
 * @param ranked all objectives, best first, unless one was chosen
 */
record Judgment(List<Ranked> ranked) {
    private static final Map<Side, Double> WEIGHTS = Map.ofEntries(
            Map.entry(Side.NEAREST_KEY_RESULT, 2.67),
            Map.entry(Side.KEY_RESULTS, 0.43),
            Map.entry(Side.NEAREST_INITIATIVE, 0.12),
            Map.entry(Side.INITIATIVES, 2.06),
            Map.entry(Side.TITLE, 0.58),
            Map.entry(Side.WHY, 2.25),
            Map.entry(Side.THEME, 1.61),
            Map.entry(Side.NEAREST, 4.34),
            Map.entry(Side.NEAREST_THREE, 1.44),
            Map.entry(Side.NEAREST_FIVE, 1.34),
            Map.entry(Side.ALL, 5.92),
            Map.entry(Side.BEST_WORDS, 0.10));

    /** In the order of {@link #signs}. */
    private static final double[] CONFIDENCE = {2.391, 0.201, 0.253, -0.496, 2.759, 5.340, -0.199, 0.047, 0.254};

    private static final double BIAS = -4.672;

    Judgment {
        ranked = List.copyOf(ranked);
    }

    /**
     * An objective.
     *
     * @param confidence from 0 to 1 that the work serves it
     */
    record Ranked(Sides sides, double confidence) {}

    private record Weighed(Sides sides, double weight, double share) {}

    /**
     * Weighs what was seen.
     *
     * @param matter how much the work sounds like a matter of the product, in log odds
     */
    static Judgment of(List<Sides> objectives, double matter) {
        List<Weighed> weighed = shares(objectives);
        double sure = sure(signs(weighed, matter));
        double best = weighed.get(0).share();
        return new Judgment(weighed.stream()
                .map(one -> new Ranked(one.sides(), sure * one.share() / best))
                .toList());
    }

    /** The same, with one of the objectives before all others. */
    Judgment with(Optional<ItemId> chosen) {
        return new Judgment(ranked.stream()
                .sorted(Comparator.comparing(one ->
                        !chosen.equals(Optional.of(one.sides().objective().id()))))
                .toList());
    }

    private static List<Weighed> shares(List<Sides> objectives) {
        double[] weights = objectives.stream().mapToDouble(Judgment::weight).toArray();
        double most = Arrays.stream(weights).max().orElse(0);
        double all =
                Arrays.stream(weights).map(weight -> Math.exp(weight - most)).sum();
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            weighed.add(new Weighed(objectives.get(i), weights[i], Math.exp(weights[i] - most) / all));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::weight)
                .reversed()
                .thenComparing(one -> one.sides().objective().id()));
        return weighed;
    }

    private static double weight(Sides sides) {
        return WEIGHTS.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() * sides.of(entry.getKey()))
                .sum();
    }

    /** What tells how sure the best one is. */
    private static double[] signs(List<Weighed> weighed, double matter) {
        Weighed best = weighed.get(0);
        double second = weighed.size() > 1 ? weighed.get(1).weight() : best.weight() - 3;
        return new double[] {
            best.share(),
            best.weight() - second,
            best.sides().of(Side.NEAREST),
            best.sides().of(Side.NEAREST_THREE),
            best.sides().of(Side.NEAREST_KEY_RESULT),
            best.sides().of(Side.ALL),
            best.sides().of(Side.WORDS),
            best.sides().of(Side.BEST_WORDS),
            matter
        };
    }

    private static double sure(double... signs) {
        double sum = BIAS;
        for (int i = 0; i < signs.length; i++) {
            sum += CONFIDENCE[i] * signs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
