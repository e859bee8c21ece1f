package throughline.core.progress;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.KeyResult.Measures;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;

/**
 * What the chain of metrics of an objective says: "If your input metrics are healthy but outcomes aren't improving, you have a
 * strategy problem. If outcomes are improving but impact isn't, you have a business model problem" ("Closing the
 * Strategy-Execution Gap", Leading vs. Lagging Indicators).
 *
 * @param links what is measured, the earliest of the chain first; links without a key result are left out
 */
public record Diagnosis(Objective objective, Verdict verdict, List<Link> links) {
    /** What the chain says. */
    public enum Verdict {
        /** Inputs are healthy and outcomes are flat. */
        STRATEGY_PROBLEM,
        /** Outcomes improve and impact is flat. */
        BUSINESS_MODEL_PROBLEM,
        /** What comes first does not move yet, so nothing can follow from it. */
        NOTHING_MOVES_YET,
        /** Every measured link moves. */
        CHAIN_HOLDS,
        /** Only one link of the chain is measured. */
        CHAIN_INCOMPLETE,
        /** Too few check-ins to tell. */
        NOT_ENOUGH_CHECK_INS
    }

    /** A link of the chain; what a team does and what comes out of it count together as inputs. */
    public enum Stage {
        INPUTS,
        OUTCOMES,
        IMPACT;

        private static Optional<Stage> of(KeyResult keyResult) {
            return keyResult.values().find(KeyResult.KIND).map(Stage::of);
        }

        private static Stage of(Measures kind) {
            return switch (kind) {
                case INPUT, OUTPUT -> INPUTS;
                case OUTCOME -> OUTCOMES;
                case IMPACT -> IMPACT;
            };
        }
    }

    /** A link with the key results that measure it. */
    public record Link(Stage stage, List<Movement> movements) {
        public Link {
            movements = List.copyOf(movements);
        }

        /** Whether half of what can be told, or more, improves; empty if nothing can be told. */
        public Optional<Boolean> isImproving() {
            List<Movement> told = movements.stream().filter(Movement::canBeTold).toList();
            long improving = told.stream().filter(Movement::isImproving).count();
            return told.isEmpty() ? Optional.empty() : Optional.of(2 * improving >= told.size());
        }
    }

    public Diagnosis {
        links = List.copyOf(links);
    }

    public static Diagnosis of(Roadmap roadmap, Objective objective) {
        List<KeyResult> keyResults = roadmap.measuring(objective).toList();
        List<Link> links = Arrays.stream(Stage.values())
                .map(stage -> link(stage, keyResults))
                .filter(link -> !link.movements().isEmpty())
                .toList();
        return new Diagnosis(objective, verdict(links), links);
    }

    private static Link link(Stage stage, List<KeyResult> keyResults) {
        return new Link(
                stage,
                keyResults.stream()
                        .filter(keyResult ->
                                Stage.of(keyResult).filter(stage::equals).isPresent())
                        .map(Movement::of)
                        .toList());
    }

    private static Verdict verdict(List<Link> links) {
        if (links.size() < 2) {
            return Verdict.CHAIN_INCOMPLETE;
        }
        List<Link> told =
                links.stream().filter(link -> link.isImproving().isPresent()).toList();
        if (told.size() < 2) {
            return Verdict.NOT_ENOUGH_CHECK_INS;
        }
        if (is(told, Stage.OUTCOMES, true) && is(told, Stage.IMPACT, false)) {
            return Verdict.BUSINESS_MODEL_PROBLEM;
        }
        if (is(told, Stage.INPUTS, true) && (is(told, Stage.OUTCOMES, false) || isImpactAlone(told))) {
            return Verdict.STRATEGY_PROBLEM;
        }
        return told.get(0).isImproving().orElse(false) ? Verdict.CHAIN_HOLDS : Verdict.NOTHING_MOVES_YET;
    }

    /** Where no outcome is measured, a flat impact behind healthy inputs says the same. */
    private static boolean isImpactAlone(List<Link> told) {
        return told.stream().noneMatch(link -> link.stage() == Stage.OUTCOMES) && is(told, Stage.IMPACT, false);
    }

    private static boolean is(List<Link> told, Stage stage, boolean improving) {
        Predicate<Link> fits = link -> link.stage() == stage
                && link.isImproving().filter(is -> is == improving).isPresent();
        return told.stream().anyMatch(fits);
    }

    public boolean isProblem() {
        return verdict == Verdict.STRATEGY_PROBLEM || verdict == Verdict.BUSINESS_MODEL_PROBLEM;
    }

    public Stream<Movement> movements() {
        return links.stream().flatMap(link -> link.movements().stream());
    }

    /** What is measured at a link, flat or not. */
    public Stream<Movement> at(Stage stage) {
        return links.stream().filter(link -> link.stage() == stage).flatMap(link -> link.movements().stream());
    }
}
