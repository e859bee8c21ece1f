package throughline.core.check;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import throughline.core.check.Rule.Fault;
import throughline.core.check.statement.Statement;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.KeyResult.Measures;

/** What is wrong with key results. */
final class KeyResultRules {
    static final List<Rule<KeyResult>> ALL = List.of(
            Rule.of(
                    "vague-target",
                    Severity.SERIOUS,
                    Source.gap("Strategic Instrumentation"),
                    "Without a baseline, a figure and a by-when nobody can tell whether it was reached.",
                    KeyResultRules::vague),
            Rule.of(
                    "activity-metric",
                    Severity.SERIOUS,
                    Source.gap("Why the Gap Exists: incentives"),
                    "Teams optimize for what is counted; activity can grow while nothing changes for customers.",
                    KeyResultRules::activity),
            Rule.of(
                    "idle-key-result",
                    Severity.SERIOUS,
                    Source.gap("Symptoms of the Gap"),
                    "A goal that nobody works on is reached by accident only.",
                    KeyResultRules::idle),
            Rule.of(
                    "check-in-overdue",
                    Severity.WEAK,
                    Source.guide("Letting It Become a 'Set and Forget' Document"),
                    "Decisions rest on a figure of which nobody knows whether it is still true.",
                    KeyResultRules::overdue),
            Rule.of(
                    "nobody-measures",
                    Severity.MINOR,
                    Source.gap("Strategic Instrumentation"),
                    "A figure that is nobody's duty is not measured.",
                    KeyResultRules::unmeasured));

    private KeyResultRules() {}

    private static Stream<Fault> vague(Look look, KeyResult keyResult) {
        List<String> missing = missing(keyResult);
        return missing.isEmpty()
                ? Stream.of()
                : Fault.of(
                        keyResult,
                        "is vague: " + String.join(", ", missing),
                        Rewrites.quoted(Rewrites.change(keyResult)
                                + keyResult.due().map(due -> " by " + due).orElse(" by which quarter?")),
                        "edit " + keyResult.id());
    }

    /** "no baseline", "a target without a figure", "no by-when". */
    private static List<String> missing(KeyResult keyResult) {
        List<String> missing = new ArrayList<>();
        if (keyResult.baseline().isEmpty()) {
            missing.add("no baseline");
        }
        if (keyResult.target().isEmpty()) {
            missing.add("no target");
        }
        keyResult
                .target()
                .filter(target -> new Statement(target).isVague())
                .ifPresent(target -> missing.add("no figure in the target " + Rewrites.quoted(target)));
        if (keyResult.due().isEmpty()) {
            missing.add("no by-when");
        }
        return missing;
    }

    private static Stream<Fault> activity(Look look, KeyResult keyResult) {
        boolean isMeant = keyResult
                .values()
                .find(KeyResult.KIND)
                .map(kind -> kind == Measures.OUTCOME || kind == Measures.IMPACT)
                .orElse(true);
        return isMeant && new Statement(keyResult.metric()).countsActivity()
                ? Fault.of(
                        keyResult,
                        "counts activity: " + Rewrites.quoted(keyResult.metric()),
                        "Measure what it is for: what do customers do more often, or less, once there is more of it? If it is "
                                + "meant as an input, say so",
                        "edit " + keyResult.id() + " metric:")
                : Stream.of();
    }

    private static Stream<Fault> idle(Look look, KeyResult keyResult) {
        boolean isWorkedOn = Stream.of(Horizon.NOW, Horizon.NEXT)
                .anyMatch(horizon -> !look.roadmap().serving(keyResult, horizon).isEmpty());
        int later = look.roadmap().serving(keyResult, Horizon.LATER).size();
        return isWorkedOn
                ? Stream.of()
                : Fault.of(
                        keyResult,
                        "is worked on by nothing in Now or Next" + (later > 0 ? " (" + later + " in Later)" : ""),
                        look.roadmap().serving(keyResult, Horizon.LATER).stream()
                                .findFirst()
                                .map(bet -> "Move " + bet.id() + " " + Rewrites.quoted(bet.title())
                                        + " to Next, or drop the key " + "result")
                                .orElse("Link what moves it, or drop the key result"),
                        "what-serves " + keyResult.id());
    }

    private static Stream<Fault> overdue(Look look, KeyResult keyResult) {
        return keyResult.isCheckInDue(look.today())
                ? Fault.of(
                        keyResult,
                        keyResult
                                .lastCheckIn()
                                .map(CheckIn::on)
                                .map(day -> "has had no check-in for " + ChronoUnit.DAYS.between(day, look.today())
                                        + " days")
                                .orElse("was never measured"),
                        "Check in today's figure"
                                + keyResult
                                        .current()
                                        .map(now -> "; it was " + now)
                                        .orElse(""),
                        "check-in " + keyResult.id())
                : Stream.of();
    }

    private static Stream<Fault> unmeasured(Look look, KeyResult keyResult) {
        return keyResult.owner().isPresent()
                ? Stream.of()
                : Fault.of(
                        keyResult,
                        "has nobody who measures it",
                        "Name who measures " + Rewrites.quoted(keyResult.metric()),
                        "edit " + keyResult.id() + " measurer:");
    }
}
