package throughline.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.check.statement.Statement;
import throughline.core.check.statement.Statement.Layer;
import throughline.core.roadmap.Belief;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Strategy;
import throughline.core.roadmap.Theme;
import throughline.core.roadmap.Workstream;

/**
 * At which layer something is written, what is missing there, and which conversation to have: "a mental frame that helps you know
 * what kind of conversation you should be having" ("From Roadmap to Reality", Putting It in Practice).
 *
 * @param missing what it lacks at that layer, in words, each with the command that fills it
 */
public record Layering(Layer layer, Reading reading, List<Missing> missing, String conversation) {
    /** What is to be said first. */
    public enum Reading {
        TOO_ABSTRACT,
        READY,
        NOT_YET_READY,
        RATIONALE_ABSENT
    }

    /** Something that is not there, such as "non-goals". */
    public record Missing(String what, String fix) {}

    public Layering {
        missing = List.copyOf(missing);
    }

    /** Empty for what stands at no layer: teams, evidence, products. */
    public static Optional<Layering> of(Roadmap roadmap, Item item) {
        if (item instanceof Initiative bet) {
            return Optional.of(of(roadmap, bet));
        }
        if (item instanceof Objective objective) {
            return Optional.of(ofStrategy(missing(objective)));
        }
        if (item instanceof KeyResult keyResult) {
            return Optional.of(ofStrategy(missing(keyResult)));
        }
        if (item instanceof Strategy strategy) {
            return Optional.of(ofStrategy(missing(strategy)));
        }
        if (item instanceof Theme theme) {
            return Optional.of(ofStrategy(missing(theme)));
        }
        return item instanceof Workstream work ? Optional.of(of(roadmap, work)) : Optional.empty();
    }

    /** An outcome as a title, and nothing that says what the product will do. */
    static boolean isTooAbstract(Initiative bet) {
        return bet.description().isEmpty() && new Statement(bet.title()).layer() == Layer.STRATEGY;
    }

    static boolean isTaskWithoutRationale(Initiative bet) {
        boolean isExplained =
                bet.values().find(Initiative.WHY).isPresent() && !bet.serves().isEmpty();
        return !isExplained && new Statement(bet.title()).layer() == Layer.TASK;
    }

    private static Layering of(Roadmap roadmap, Initiative bet) {
        List<Missing> missing = missing(bet);
        if (isTooAbstract(bet)) {
            return new Layering(
                    Layer.STRATEGY,
                    Reading.TOO_ABSTRACT,
                    missing,
                    "PM with senior engineering: which capability would bring this about? Nobody can start building before that.");
        }
        if (isTaskWithoutRationale(bet)) {
            return new Layering(
                    Layer.TASK,
                    Reading.RATIONALE_ABSENT,
                    missing,
                    "PM: which outcome is this for, and is it the best way there? Engineering owns how it is done.");
        }
        return new Layering(
                Layer.INITIATIVE,
                missing.isEmpty() ? Reading.READY : Reading.NOT_YET_READY,
                missing,
                missing.isEmpty()
                        ? "Engineering: which workstreams does it take?"
                                + (roadmap.building(bet).isEmpty() ? "" : " They have begun.")
                        : "PM with engineering: settle what is missing, then break it down.");
    }

    private static List<Missing> missing(Initiative bet) {
        List<Missing> missing = new ArrayList<>();
        String edit = "edit " + bet.id() + " ";
        if (bet.serves().isEmpty()) {
            missing.add(new Missing("a line to an OKR", "link " + bet.id()));
        }
        if (bet.description().isEmpty()) {
            missing.add(new Missing("what the product will do", edit + "description:"));
        }
        if (bet.values().all(Initiative.CONSTRAINTS).isEmpty()) {
            missing.add(new Missing("constraints", edit + "constraints:"));
        }
        if (bet.values().all(Initiative.NON_GOALS).isEmpty()) {
            missing.add(new Missing("non-goals", edit + "non_goals:"));
        }
        if (bet.values().all(Initiative.SUCCESS).isEmpty()) {
            missing.add(new Missing("success criteria", edit + "success:"));
        }
        if (bet.values().all(Initiative.REVIEWS).isEmpty()) {
            missing.add(new Missing("engineering's review", "reviewed " + bet.id()));
        }
        return missing;
    }

    private static Layering ofStrategy(List<Missing> missing) {
        return new Layering(
                Layer.STRATEGY,
                missing.isEmpty() ? Reading.READY : Reading.NOT_YET_READY,
                missing,
                missing.isEmpty()
                        ? "PM with senior engineering: which initiatives would bring this about?"
                        : "PM: settle the strategy first. It needs no features, only what changes and why.");
    }

    private static List<Missing> missing(Objective objective) {
        List<Missing> missing = new ArrayList<>();
        ObjectiveRules.missing(objective)
                .forEach(what -> missing.add(new Missing("the " + what, "edit " + objective.id())));
        if (new Statement(objective.title()).describesOutput()) {
            missing.add(new Missing("an outcome instead of output in the title", "edit " + objective.id() + " title:"));
        }
        boolean isSure = objective
                .values()
                .find(Objective.PROBLEM_CONFIDENCE)
                .map(Belief::level)
                .filter(level -> level != Confidence.LOW)
                .isPresent();
        if (!isSure) {
            missing.add(new Missing(
                    "at least medium confidence in the problem", "edit " + objective.id() + " problem_confidence:"));
        }
        return missing;
    }

    private static List<Missing> missing(KeyResult keyResult) {
        List<Missing> missing = new ArrayList<>();
        if (keyResult.baseline().isEmpty()) {
            missing.add(new Missing("a baseline", "edit " + keyResult.id() + " baseline:"));
        }
        if (keyResult
                .target()
                .filter(target -> !new Statement(target).isVague())
                .isEmpty()) {
            missing.add(new Missing("a figure as target", "edit " + keyResult.id() + " target:"));
        }
        if (keyResult.due().isEmpty()) {
            missing.add(new Missing("a by-when", "edit " + keyResult.id() + " due:"));
        }
        return missing;
    }

    private static List<Missing> missing(Strategy strategy) {
        return strategy.permissionToSayNo().isEmpty()
                ? List.of(new Missing("permission to say no", "edit " + strategy.id() + " permission_to_say_no:"))
                : List.of();
    }

    private static List<Missing> missing(Theme theme) {
        List<Missing> missing = new ArrayList<>();
        if (theme.kpi().isEmpty()) {
            missing.add(new Missing("a KPI", "edit " + theme.id() + " kpi:"));
        }
        if (theme.serves().isEmpty()) {
            missing.add(new Missing("an objective that it serves", "edit " + theme.id() + " serves:"));
        }
        return missing;
    }

    private static Layering of(Roadmap roadmap, Workstream work) {
        Optional<Initiative> bet = roadmap.find(work.initiative(), Initiative.class);
        boolean isExplained = bet.filter(it -> !it.serves().isEmpty()).isPresent();
        return new Layering(
                Layer.TASK,
                isExplained ? Reading.READY : Reading.RATIONALE_ABSENT,
                isExplained
                        ? List.of()
                        : List.of(new Missing(
                                "a line from " + work.initiative() + " to an OKR", "link " + work.initiative())),
                isExplained
                        ? "Engineering: it serves " + work.initiative() + "; how it is built is yours."
                        : "PM: which outcome is " + work.initiative() + " for?");
    }
}
