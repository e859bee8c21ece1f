package throughline.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.check.Rule.Fault;
import throughline.core.check.statement.Statement;
import throughline.core.progress.Diagnosis;
import throughline.core.progress.Diagnosis.Stage;
import throughline.core.progress.Diagnosis.Verdict;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.KeyResult.Measures;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;

/** What is wrong with objectives. */
final class ObjectiveRules {
    private static final int STALE_DAYS = 90;

    static final List<Rule<Objective>> ALL = List.of(
            Rule.of(
                    "output-objective",
                    Severity.SERIOUS,
                    Source.gap("Common Failures: output OKRs"),
                    "It can be reached without anything changing for a customer or the business.",
                    ObjectiveRules::output),
            Rule.of(
                    "solution-in-objective",
                    Severity.SERIOUS,
                    Source.layers("Layer 1: Strategy"),
                    "States that name features or technology skip a layer: teams build that, whatever it brings.",
                    ObjectiveRules::solution),
            Rule.of(
                    "objective-without-key-result",
                    Severity.SERIOUS,
                    Source.gap("Measuring What Matters"),
                    "Without a measure nobody can tell whether it was reached.",
                    ObjectiveRules::unmeasured),
            Rule.of(
                    "unsupported-team-objective",
                    Severity.SERIOUS,
                    Source.gap("The Alignment Cascade"),
                    "A skipped level is a gap: nobody can tell what the team's work adds to.",
                    ObjectiveRules::unsupported),
            Rule.of(
                    "activity-only",
                    Severity.SERIOUS,
                    Source.gap("Measuring What Matters"),
                    "Teams get busy: activity is measured where outcome is meant.",
                    ObjectiveRules::activity),
            Rule.of(
                    "date-in-objective",
                    Severity.SERIOUS,
                    Source.guide("Treating the Roadmap as a Concrete Promise"),
                    "A date becomes a promise, and the first snag breaks it.",
                    ObjectiveRules::dated),
            Rule.of(
                    "inputs-without-outcomes",
                    Severity.WEAK,
                    Source.gap("Leading vs. Lagging Indicators"),
                    "Inputs are healthy and outcomes are flat: that is a strategy problem.",
                    (look, objective) -> broken(look, objective, Verdict.STRATEGY_PROBLEM)),
            Rule.of(
                    "outcomes-without-impact",
                    Severity.WEAK,
                    Source.gap("Leading vs. Lagging Indicators"),
                    "Outcomes improve and impact is flat: that is a business model problem.",
                    (look, objective) -> broken(look, objective, Verdict.BUSINESS_MODEL_PROBLEM)),
            Rule.of(
                    "incomplete-objective",
                    Severity.WEAK,
                    Source.layers("Layer 1: Strategy"),
                    "A useful statement has the current state, the target state and the business rationale.",
                    ObjectiveRules::incomplete),
            Rule.of(
                    "unproven-problem",
                    Severity.WEAK,
                    Source.layers("Why the Model Works: checkpoints"),
                    "Before initiatives begin, the problem should be understood well enough.",
                    ObjectiveRules::unproven),
            Rule.of(
                    "objective-without-strategy",
                    Severity.WEAK,
                    Source.gap("Building Translation Layers"),
                    "Without a line to the company's strategy the connection is left to interpretation.",
                    ObjectiveRules::unanchored),
            Rule.of(
                    "only-lagging-metrics",
                    Severity.WEAK,
                    Source.gap("Leading vs. Lagging Indicators"),
                    "Impact tells how you did, not how you are doing.",
                    ObjectiveRules::lagging),
            Rule.of(
                    "stale-objective",
                    Severity.WEAK,
                    Source.guide("Letting It Become a 'Set and Forget' Document"),
                    "What nobody has touched for a quarter misleads whoever reads it.",
                    ObjectiveRules::stale));

    private ObjectiveRules() {}

    private static Stream<Fault> output(Look look, Objective objective) {
        if (!new Statement(objective.title()).describesOutput()) {
            return Stream.of();
        }
        Optional<String> outcome = Rewrites.outcome(look.roadmap(), objective);
        String better = outcome.or(
                        () -> objective.values().find(Objective.TARGET).map(Rewrites::clipped))
                .map(Rewrites::quoted)
                .orElse("Say what will be different for whom, from which figure to which");
        return Fault.of(
                objective,
                "describes output: " + Rewrites.quoted(objective.title()),
                better,
                edit(objective, "title", outcome.orElse("")));
    }

    static String edit(Objective objective, String field, String value) {
        return ("edit " + objective.id() + " " + field + ": " + value).strip();
    }

    private static Stream<Fault> solution(Look look, Objective objective) {
        Optional<String> target =
                objective.values().find(Objective.TARGET).filter(text -> new Statement(text).prescribesSolution());
        Optional<String> current =
                objective.values().find(Objective.CURRENT).filter(text -> new Statement(text).asksToBuild());
        return target.or(() -> current).stream()
                .flatMap(text -> Fault.of(
                        objective,
                        "has a solution in its " + (target.isPresent() ? "target" : "current") + " state: "
                                + Rewrites.quoted(text),
                        Rewrites.outcome(look.roadmap(), objective)
                                .map(outcome -> Rewrites.quoted(outcome) + ", and make the solution an initiative")
                                .orElse("Say what is different for whom, and make the solution an initiative"),
                        edit(
                                objective,
                                target.isPresent() ? "target" : "current",
                                target.flatMap(text2 -> Rewrites.outcome(look.roadmap(), objective))
                                        .orElse(""))));
    }

    private static Stream<Fault> unmeasured(Look look, Objective objective) {
        return look.roadmap().measuring(objective).isEmpty()
                ? Fault.of(
                        objective,
                        "has no key result",
                        "Measure it: which figure moves, from where to where, by which quarter?",
                        "add key result for " + objective.id())
                : Stream.of();
    }

    private static Stream<Fault> unsupported(Look look, Objective objective) {
        boolean isTeams =
                objective.values().find(Objective.LEVEL).orElse(Objective.Level.COMPANY) == Objective.Level.TEAM;
        return isTeams && objective.supports().isEmpty()
                ? Fault.of(
                        objective,
                        "is a team's and supports no other objective",
                        "Name the objective that it supports"
                                + look.roadmap().objectives().stream()
                                        .filter(other -> !other.id().equals(objective.id()))
                                        .filter(other -> other.values()
                                                        .find(Objective.LEVEL)
                                                        .orElse(Objective.Level.COMPANY)
                                                != Objective.Level.TEAM)
                                        .findFirst()
                                        .map(other -> ", such as " + other.id() + " " + Rewrites.quoted(other.title()))
                                        .orElse(""),
                        edit(objective, "supports", ""))
                : Stream.of();
    }

    private static Stream<Fault> activity(Look look, Objective objective) {
        List<KeyResult> keyResults = look.roadmap().measuring(objective).toList();
        boolean isActivity = !keyResults.isEmpty() && keyResults.stream().allMatch(ObjectiveRules::isActivity);
        return isActivity
                ? Fault.of(
                        objective,
                        "is measured by activity alone: "
                                + Rewrites.clipped(String.join(
                                        ", ",
                                        keyResults.stream()
                                                .map(KeyResult::metric)
                                                .toList())),
                        "Add a key result for what "
                                + objective
                                        .values()
                                        .find(Objective.TARGET)
                                        .map(target -> Rewrites.quoted(target) + " would show")
                                        .orElse("customers do differently when " + Rewrites.quoted(objective.title())
                                                + " is true"),
                        "add key result for " + objective.id())
                : Stream.of();
    }

    private static boolean isActivity(KeyResult keyResult) {
        return keyResult
                .values()
                .find(KeyResult.KIND)
                .map(kind -> kind == Measures.INPUT || kind == Measures.OUTPUT)
                .orElseGet(() -> new Statement(keyResult.metric()).countsActivity());
    }

    private static Stream<Fault> dated(Look look, Objective objective) {
        return new Statement(objective.title())
                .hardDate().stream()
                        .flatMap(date -> Fault.of(
                                objective,
                                "has a date in its title: " + Rewrites.quoted(date),
                                Rewrites.undated(objective.title())
                                        .map(title -> Rewrites.quoted(title) + "; the key result is due "
                                                + Rewrites.quarter(date, look.today()))
                                        .orElse("Give the key result a quarter, "
                                                + Rewrites.quarter(date, look.today())),
                                edit(
                                        objective,
                                        "title",
                                        Rewrites.undated(objective.title()).orElse(""))));
    }

    private static Stream<Fault> broken(Look look, Objective objective, Verdict verdict) {
        Diagnosis diagnosis = Diagnosis.of(look.roadmap(), objective);
        if (diagnosis.verdict() != verdict) {
            return Stream.of();
        }
        Stage flat = verdict == Verdict.BUSINESS_MODEL_PROBLEM ? Stage.IMPACT : Stage.OUTCOMES;
        String measured = diagnosis
                .at(flat)
                .findFirst()
                .map(movement ->
                        movement.keyResult().id() + " " + movement.keyResult().metric() + " is "
                                + movement.keyResult().checkIns().get(0).value() + " → "
                                + movement.keyResult().current().orElse("") + " over "
                                + movement.keyResult().checkIns().size() + " check-ins")
                .orElse("it is flat");
        return Fault.of(
                objective,
                (verdict == Verdict.BUSINESS_MODEL_PROBLEM
                                ? "has outcomes without impact"
                                : "has inputs without outcomes")
                        + ": " + Rewrites.clipped(measured),
                "Discuss which assumption between the two is wrong, before more is built",
                "diagnose " + objective.id());
    }

    private static Stream<Fault> incomplete(Look look, Objective objective) {
        List<String> missing = missing(objective);
        return missing.isEmpty()
                ? Stream.of()
                : Fault.of(
                        objective,
                        "has no " + String.join(", no ", missing),
                        "Write one sentence each"
                                + Rewrites.outcome(look.roadmap(), objective)
                                        .map(outcome -> "; the key results already say " + Rewrites.quoted(outcome))
                                        .orElse(""),
                        "edit " + objective.id());
    }

    /** What a strategic statement lacks, in words. */
    static List<String> missing(Objective objective) {
        List<String> missing = new ArrayList<>();
        if (objective.values().find(Objective.CURRENT).isEmpty()) {
            missing.add("current state");
        }
        if (objective.values().find(Objective.TARGET).isEmpty()) {
            missing.add("target state");
        }
        if (objective.why().isEmpty()) {
            missing.add("rationale");
        }
        return missing;
    }

    private static Stream<Fault> unproven(Look look, Objective objective) {
        Optional<Confidence> sure =
                objective.values().find(Objective.PROBLEM_CONFIDENCE).map(belief -> belief.level());
        return sure.filter(level -> level != Confidence.LOW).isPresent()
                ? Stream.of()
                : Fault.of(
                        objective,
                        sure.isPresent()
                                ? "rests on a problem of which we are little sure"
                                : "does not say how sure we are of its problem",
                        "Talk to customers first, and record how sure that made us with the evidence",
                        edit(objective, "problem_confidence", ""));
    }

    private static Stream<Fault> unanchored(Look look, Objective objective) {
        boolean isAnchored =
                objective.strategy().isPresent() || objective.supports().isPresent();
        return isAnchored || look.roadmap().all(Kind.STRATEGY).isEmpty()
                ? Stream.of()
                : Fault.of(
                        objective,
                        "carries out no strategy statement",
                        "Name the statement that it carries out, such as "
                                + look.roadmap().strategies().stream()
                                        .findFirst()
                                        .map(strategy -> strategy.id() + " " + Rewrites.quoted(strategy.title()))
                                        .orElse("the company's"),
                        edit(objective, "strategy", ""));
    }

    private static Stream<Fault> lagging(Look look, Objective objective) {
        List<KeyResult> keyResults = look.roadmap().measuring(objective).toList();
        boolean isLagging = !keyResults.isEmpty()
                && keyResults.stream()
                        .allMatch(keyResult -> keyResult
                                .values()
                                .find(KeyResult.KIND)
                                .filter(kind -> kind == Measures.IMPACT)
                                .isPresent());
        return isLagging
                ? Fault.of(
                        objective,
                        "is measured by impact alone",
                        "Add what customers do differently first, before "
                                + Rewrites.quoted(keyResults.get(0).metric()) + " can move",
                        "add key result for " + objective.id())
                : Stream.of();
    }

    private static Stream<Fault> stale(Look look, Objective objective) {
        long days = look.daysUntouched(objective, objective.values().find(Objective.CONFIRMED));
        return days > STALE_DAYS
                ? Fault.of(
                        objective,
                        "has not been touched for " + days + " days",
                        "Does it still hold? Confirm it, change it or retire it",
                        "edit " + objective.id())
                : Stream.of();
    }
}
