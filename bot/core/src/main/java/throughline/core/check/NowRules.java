package throughline.core.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.check.Rule.Fault;
import throughline.core.check.statement.Statement;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Belief;
import throughline.core.roadmap.Beliefs;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.SuccessCriterion;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Theme;

/** What is wrong with initiatives that are being built. */
final class NowRules {
    static final List<Rule<Initiative>> ALL = List.of(
            Rule.of(
                    "no-success-criteria",
                    Severity.SERIOUS,
                    Source.gap("Strategic Instrumentation"),
                    "Without outcome, measure, baseline, target and by-when nobody learns whether it worked.",
                    NowRules::unmeasured),
            Rule.of(
                    "low-confidence-in-now",
                    Severity.SERIOUS,
                    Source.gap("The Confidence Meter"),
                    "Low confidence in any dimension needs discovery before resources are committed.",
                    NowRules::unsure),
            Rule.of(
                    "no-constraints",
                    Severity.SERIOUS,
                    Source.layers("Layer 2: Initiative"),
                    "Without constraints engineers must ask at every turn, or guess.",
                    (look, bet) -> without(bet, Initiative.CONSTRAINTS, "constraints", "What must it respect")),
            Rule.of(
                    "no-non-goals",
                    Severity.SERIOUS,
                    Source.layers("Layer 2: Initiative"),
                    "Without non-goals it grows until it is late.",
                    (look, bet) -> without(bet, Initiative.NON_GOALS, "non-goals", "What will it not do")),
            Rule.of(
                    "built-in-a-silo",
                    Severity.SERIOUS,
                    Source.guide("Building It in a Silo"),
                    "Nobody from engineering has said that it can be built.",
                    NowRules::unreviewed),
            Rule.of(
                    "dependency-owner-not-asked",
                    Severity.SERIOUS,
                    Source.guide("Building It in a Silo"),
                    "It waits for another team that does not know of it.",
                    NowRules::unasked),
            Rule.of(
                    "entered-by-override",
                    Severity.WEAK,
                    Source.gap("Symptoms of the Gap"),
                    "Urgent requests that override priorities are the urgency tax.",
                    NowRules::overridden),
            Rule.of(
                    "entered-before-the-gate",
                    Severity.WEAK,
                    Source.layers("Why the Model Works: checkpoints"),
                    "It was in Now before anybody asked what the gate asks.",
                    NowRules::early),
            Rule.of(
                    "big-bet-unapproved",
                    Severity.WEAK,
                    Source.gap("Bet Sizing"),
                    "Decision rights follow the size of a bet: a big one takes the product lead's approval.",
                    NowRules::unapproved),
            Rule.of(
                    "confidence-not-assessed",
                    Severity.WEAK,
                    Source.gap("The Confidence Meter"),
                    "For any initiative: how sure are we of problem, solution and outcome?",
                    NowRules::unassessed),
            Rule.of(
                    "no-rationale",
                    Severity.WEAK,
                    Source.gap("Context Over Control"),
                    "A team that does not know why cannot make good decisions by itself.",
                    NowRules::unexplained),
            Rule.of(
                    "no-evidence",
                    Severity.MINOR,
                    Source.guide("Step 2: Gather Inputs Systematically"),
                    "It must reflect real-world needs, not just our ideas.",
                    NowRules::unproven),
            Rule.of(
                    "no-dhm",
                    Severity.MINOR,
                    Source.gap("Gibson Biddle's DHM Model"),
                    "Every product initiative should be judged by delight, hard to copy and margin.",
                    NowRules::unjudged),
            Rule.of(
                    "nothing-fixed-or-open",
                    Severity.MINOR,
                    Source.gap("Context Over Control"),
                    "Be explicit about what is fixed and what the team may decide.",
                    NowRules::unframed),
            Rule.of(
                    "no-trade-offs",
                    Severity.MINOR,
                    Source.gap("Context Over Control"),
                    "Teams should know which trade-offs were considered.",
                    NowRules::unweighed));

    private NowRules() {}

    private static Stream<Fault> unmeasured(Look look, Initiative bet) {
        List<SuccessCriterion> success = bet.values().all(Initiative.SUCCESS);
        List<String> missing = success.stream()
                .map(NowRules::missing)
                .filter(parts -> !parts.isEmpty())
                .findFirst()
                .orElse(List.of());
        boolean isComplete =
                success.stream().anyMatch(criterion -> missing(criterion).isEmpty());
        return isComplete
                ? Stream.of()
                : Fault.of(
                        bet,
                        success.isEmpty()
                                ? "has no success criteria"
                                : "has success criteria with " + String.join(", ", missing),
                        look.keyResults(bet)
                                .findFirst()
                                .map(NowRules::criterion)
                                .orElse("Say which outcome, how it is measured, baseline, target and by which quarter"),
                        "edit " + bet.id() + " success:");
    }

    private static String criterion(KeyResult keyResult) {
        return Rewrites.quoted(Rewrites.change(keyResult)
                        + keyResult.due().map(due -> " by " + due).orElse(""))
                + ", or what part of it this should bring";
    }

    static List<String> missing(SuccessCriterion criterion) {
        List<String> missing = new ArrayList<>();
        if (criterion.measure().isEmpty()) {
            missing.add("no measure");
        }
        if (criterion.baseline().isEmpty()) {
            missing.add("no baseline");
        }
        if (criterion
                .target()
                .filter(target -> !new Statement(target).isVague())
                .isEmpty()) {
            missing.add("no target figure");
        }
        if (criterion.by().isEmpty()) {
            missing.add("no by-when");
        }
        return missing;
    }

    private static Stream<Fault> unsure(Look look, Initiative bet) {
        Optional<Beliefs> beliefs = bet.values().find(Initiative.CONFIDENCE);
        boolean isDiscovery = bet.values().find(Initiative.DISCOVERY).orElse(false);
        return isDiscovery
                ? Stream.of()
                : beliefs.flatMap(NowRules::lowest).stream()
                        .flatMap(which -> Fault.of(
                                bet,
                                "is in Now at low confidence in its " + which,
                                "Find out first: mark it discovery, with an experiment that would raise it, or move it to Next",
                                "edit " + bet.id() + " discovery: yes"));
    }

    static Optional<String> lowest(Beliefs beliefs) {
        return isLow(beliefs.problem())
                ? Optional.of("problem")
                : isLow(beliefs.solution())
                        ? Optional.of("solution")
                        : isLow(beliefs.outcome()) ? Optional.of("outcome") : Optional.empty();
    }

    private static boolean isLow(Optional<Belief> belief) {
        return belief.filter(it -> it.level() == Confidence.LOW).isPresent();
    }

    private static Stream<Fault> without(Initiative bet, Field<List<String>> field, String name, String question) {
        return bet.values().all(field).isEmpty()
                ? Fault.of(
                        bet,
                        "has no " + name,
                        question + "? Write one line each, for " + Rewrites.quoted(bet.title()),
                        "edit " + bet.id() + " " + field.key() + ":")
                : Stream.of();
    }

    private static Stream<Fault> unreviewed(Look look, Initiative bet) {
        return bet.values().all(Initiative.REVIEWS).isEmpty()
                ? Fault.of(
                        bet,
                        "was not reviewed by engineering",
                        "Show it to "
                                + look.team(bet.team())
                                        .map(team -> "the lead of " + team.title())
                                        .orElse("an engineering lead")
                                + " and record what they say",
                        "reviewed " + bet.id())
                : Stream.of();
    }

    private static Stream<Fault> unasked(Look look, Initiative bet) {
        return look.needs(bet)
                .filter(needed -> isOthers(bet, needed) && !isAsked(look, bet, needed))
                .limit(1)
                .flatMap(needed -> Fault.of(
                        bet,
                        "depends on " + needed.id() + " " + Rewrites.quoted(needed.title())
                                + ", whose team was not asked",
                        "Ask "
                                + look.team(needed.team()).map(Team::title).orElse("its owner")
                                + " whether " + needed.id() + " comes in time, and record the answer as a review",
                        "reviewed " + bet.id()));
    }

    private static boolean isOthers(Initiative bet, Initiative needed) {
        return needed.team().isPresent() && !needed.team().equals(bet.team());
    }

    /** Whether its reviews hold the word of somebody from the other team, or of the other's owner. */
    private static boolean isAsked(Look look, Initiative bet, Initiative needed) {
        List<PersonId> reviewers = bet.values().all(Initiative.REVIEWS).stream()
                .map(FeasibilityReview::by)
                .toList();
        List<PersonId> others = look.team(needed.team()).stream()
                .flatMap(team ->
                        Stream.concat(team.values().find(Team.LEAD).stream(), team.values().all(Team.MEMBERS).stream()))
                .toList();
        return reviewers.stream().anyMatch(others::contains)
                || needed.owner().filter(reviewers::contains).isPresent();
    }

    private static Stream<Fault> overridden(Look look, Initiative bet) {
        return Entry.override(bet).stream()
                .flatMap(reason -> Fault.of(
                        bet,
                        "entered Now by override: " + Rewrites.quoted(reason),
                        "Fill in what the gate asked for, or move it to Next",
                        complete(bet)));
    }

    private static Stream<Fault> early(Look look, Initiative bet) {
        return Entry.isBeforeGate(bet) && !Readiness.forNow(look.roadmap(), bet).isReady()
                ? Fault.of(
                        bet,
                        "entered Now before the gate",
                        "Fill in what is missing, or move it to Next",
                        complete(bet))
                : Stream.of();
    }

    /** Asks for exactly what is missing. */
    private static String complete(Initiative bet) {
        return "edit " + bet.id() + " complete; horizon: now";
    }

    private static Stream<Fault> unapproved(Look look, Initiative bet) {
        return Entry.isUnapproved(bet)
                ? Fault.of(
                        bet,
                        "is a big bet without the product lead's approval",
                        "Ask the product lead, or make it smaller",
                        "approve " + bet.id())
                : Stream.of();
    }

    private static Stream<Fault> unassessed(Look look, Initiative bet) {
        Optional<Beliefs> beliefs = bet.values().find(Initiative.CONFIDENCE);
        List<String> missing = new ArrayList<>();
        if (beliefs.flatMap(Beliefs::problem).isEmpty()) {
            missing.add("problem");
        }
        if (beliefs.flatMap(Beliefs::solution).isEmpty()) {
            missing.add("solution");
        }
        if (beliefs.flatMap(Beliefs::outcome).isEmpty()) {
            missing.add("outcome");
        }
        return missing.isEmpty()
                ? Stream.of()
                : Fault.of(
                        bet,
                        "does not say how sure we are of its " + String.join(", ", missing),
                        "Give high, medium or low with what it rests on",
                        "edit " + bet.id() + " confidence:");
    }

    private static Stream<Fault> unexplained(Look look, Initiative bet) {
        return bet.values().find(Initiative.WHY).isPresent()
                ? Stream.of()
                : Fault.of(
                        bet,
                        "does not say why",
                        look.objectives(bet)
                                .findFirst()
                                .flatMap(objective -> objective
                                        .why()
                                        .map(why ->
                                                "Begin with what " + objective.id() + " says: " + Rewrites.quoted(why)))
                                .orElse("Say in two sentences why this and why now"),
                        "edit " + bet.id() + " why:");
    }

    private static Stream<Fault> unproven(Look look, Initiative bet) {
        boolean isProven = !look.roadmap().evidenceFor(bet).isEmpty()
                || bet.theme()
                        .flatMap(id -> look.roadmap().find(id, Theme.class))
                        .filter(theme -> !look.roadmap().evidenceFor(theme).isEmpty())
                        .isPresent()
                || bet.values()
                        .find(Initiative.CONFIDENCE)
                        .flatMap(Beliefs::problem)
                        .flatMap(Belief::evidence)
                        .isPresent();
        return isProven
                ? Stream.of()
                : Fault.of(
                        bet,
                        "rests on no recorded evidence",
                        "Record what a customer, the market or the data says about it",
                        "add evidence for " + bet.id());
    }

    private static Stream<Fault> unjudged(Look look, Initiative bet) {
        boolean isTechnology = bet.values()
                .find(Initiative.NATURE)
                .filter(Initiative.Nature.TECHNOLOGY::equals)
                .isPresent();
        return isTechnology
                        || !bet.isMajor()
                        || bet.values().find(Initiative.DHM).isPresent()
                ? Stream.of()
                : Fault.of(
                        bet,
                        "has no DHM",
                        "How does it delight, is it hard to copy, does it help the margin? 0 to 3 each, with a reason",
                        "edit " + bet.id() + " dhm:");
    }

    private static Stream<Fault> unframed(Look look, Initiative bet) {
        boolean isFramed = !bet.values().all(Initiative.FIXED).isEmpty()
                || !bet.values().all(Initiative.OPEN).isEmpty();
        return isFramed || !bet.isMajor()
                ? Stream.of()
                : Fault.of(
                        bet,
                        "does not say what is fixed and what is open",
                        "Name one thing that is decided and one that the team decides",
                        "edit " + bet.id() + " fixed:");
    }

    private static Stream<Fault> unweighed(Look look, Initiative bet) {
        return bet.values().all(Initiative.TRADE_OFFS).isEmpty() && bet.isMajor()
                ? Fault.of(
                        bet,
                        "records no trade-off",
                        "What was considered instead, and what does it displace?",
                        "edit " + bet.id() + " trade_offs:")
                : Stream.of();
    }
}
