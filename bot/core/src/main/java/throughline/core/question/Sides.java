package throughline.core.question;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;

/**
 * How near a piece of work is to one objective, seen from several sides. No single one of them tells: a title is short, the
 * nearest part may be near by chance, and the mean of all is dull.
 *
 * @param values one for each {@link Side}
 * @param nearest the objective's parts that were compared, nearest first
 */
record Sides(Objective objective, Map<Side, Double> values, List<Near> nearest) {
    /** What is said of an objective that has no such part: about as near as two sentences that have nothing in common. */
    private static final double NOTHING = 0.05;

    /** How much nearer parts count more, where all are put together: at this difference of likeness e times as much. */
    private static final double SOFTNESS = 0.1;

    /** A part and its likeness to the work, from -1 to 1. */
    record Near(Part part, double likeness) {}

    /** From where it is looked at. */
    enum Side {
        NEAREST_KEY_RESULT,
        KEY_RESULTS,
        NEAREST_INITIATIVE,
        INITIATIVES,
        TITLE,
        WHY,
        THEME,
        NEAREST,
        NEAREST_THREE,
        NEAREST_FIVE,
        ALL,
        WORDS,
        BEST_WORDS
    }

    Sides {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
        nearest = List.copyOf(nearest);
    }

    double of(Side side) {
        return values.getOrDefault(side, NOTHING);
    }

    /**
     * Looks from all sides.
     *
     * @param hits how much the words of items say, by id
     */
    static Sides of(Roadmap roadmap, Objective objective, Meaning work, Language language, Map<ItemId, Double> hits) {
        List<Near> nearest = Part.of(roadmap, objective)
                .flatMap(part -> near(part, work, language).stream())
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .toList();
        Set<ItemId> sources =
                nearest.stream().map(near -> near.part().source().id()).collect(Collectors.toSet());
        double[] words =
                sources.stream().mapToDouble(id -> hits.getOrDefault(id, 0.0)).toArray();
        Map<Side, Double> values = new EnumMap<>(Side.class);
        values.put(Side.NEAREST_KEY_RESULT, mean(nearest, 1, Part.Aspect.KEY_RESULT));
        values.put(Side.KEY_RESULTS, mean(nearest, 3, Part.Aspect.KEY_RESULT));
        values.put(Side.NEAREST_INITIATIVE, mean(nearest, 1, Part.Aspect.INITIATIVE, Part.Aspect.PRECEDENT));
        values.put(Side.INITIATIVES, mean(nearest, 2, Part.Aspect.INITIATIVE, Part.Aspect.PRECEDENT));
        values.put(Side.TITLE, mean(nearest, 1, Part.Aspect.TITLE));
        values.put(Side.WHY, mean(nearest, 1, Part.Aspect.WHY));
        values.put(Side.THEME, mean(nearest, 1, Part.Aspect.THEME));
        values.put(Side.NEAREST, mean(nearest, 1, Part.Aspect.values()));
        values.put(Side.NEAREST_THREE, mean(nearest, 3, Part.Aspect.values()));
        values.put(Side.NEAREST_FIVE, mean(nearest, 5, Part.Aspect.values()));
        values.put(Side.ALL, soft(nearest));
        values.put(Side.WORDS, Math.log1p(DoubleStream.of(words).sum()));
        values.put(Side.BEST_WORDS, Math.log1p(DoubleStream.of(words).max().orElse(0)));
        return new Sides(objective, values, nearest);
    }

    private static Optional<Near> near(Part part, Meaning work, Language language) {
        return language.meaning(part.text()).map(meaning -> new Near(part, work.likeness(meaning)));
    }

    private static double mean(List<Near> nearest, int most, Part.Aspect... aspects) {
        List<Part.Aspect> wanted = Arrays.asList(aspects);
        return nearest.stream()
                .filter(near -> wanted.contains(near.part().aspect()))
                .limit(most)
                .mapToDouble(Near::likeness)
                .average()
                .orElse(NOTHING);
    }

    /** The mean of all, in which near ones count more (log-sum-exp). */
    private static double soft(List<Near> nearest) {
        double mean = nearest.stream()
                .mapToDouble(near -> Math.exp(near.likeness() / SOFTNESS))
                .average()
                .orElse(Math.exp(NOTHING / SOFTNESS));
        return SOFTNESS * Math.log(mean);
    }
}
