package throughline.core.check;

import java.util.List;
import java.util.stream.Stream;
import throughline.core.check.Rule.Fault;
import throughline.core.check.statement.Statement;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Strategy;

/** What is wrong with strategy statements. */
final class StrategyRules {
    static final List<Rule<Strategy>> ALL = List.of(
            Rule.of(
                    "solution-in-strategy",
                    Severity.SERIOUS,
                    Source.layers("Layer 1: Strategy"),
                    "A strategy that names features or technology has skipped a layer; nobody can look for a better way.",
                    StrategyRules::solution),
            Rule.of(
                    "no-permission-to-say-no",
                    Severity.WEAK,
                    Source.gap("Common Failures: strategy and every request"),
                    "Without leadership's permission to refuse, requests win over strategy.",
                    StrategyRules::permission),
            Rule.of(
                    "forgotten-strategy",
                    Severity.WEAK,
                    Source.gap("Symptoms of the Gap"),
                    "A strategy that no objective carries out is written once and never referenced.",
                    StrategyRules::forgotten),
            Rule.of(
                    "incomplete-strategy",
                    Severity.MINOR,
                    Source.gap("The Strategy Stack"),
                    "Company strategy says where we play and how we win; with one half everybody adds the other.",
                    StrategyRules::incomplete));

    private StrategyRules() {}

    private static Stream<Fault> solution(Look look, Strategy strategy) {
        return Stream.of(Strategy.STATEMENT, Strategy.WHERE, Strategy.HOW)
                .filter(field -> strategy.values()
                        .find(field)
                        .filter(text -> new Statement(text).prescribesSolution())
                        .isPresent())
                .limit(1)
                .flatMap(field -> Fault.of(
                        strategy,
                        "prescribes a solution: "
                                + Rewrites.quoted(strategy.values().get(field)),
                        "Say what changes for whom"
                                + look.roadmap().objectives().stream()
                                        .filter(objective -> objective
                                                .strategy()
                                                .filter(strategy.id()::equals)
                                                .isPresent())
                                        .findFirst()
                                        .map(objective -> ", as in " + objective.id() + " "
                                                + Rewrites.quoted(Rewrites.outcome(look.roadmap(), objective)
                                                        .orElse(objective.title())))
                                        .orElse("")
                                + ", and make the solution an initiative",
                        edit(strategy, field)));
    }

    private static String edit(Strategy strategy, Field<?> field) {
        return "edit " + strategy.id() + " " + field.key() + ":";
    }

    private static Stream<Fault> permission(Look look, Strategy strategy) {
        return strategy.permissionToSayNo().isEmpty()
                ? Fault.of(
                        strategy,
                        "says nothing that may be refused",
                        "Record one sentence that leadership stands by, such as “We don't build single-customer features this "
                                + "year.”",
                        edit(strategy, Strategy.PERMISSION))
                : Stream.of();
    }

    private static Stream<Fault> forgotten(Look look, Strategy strategy) {
        return look.roadmap().objectives().stream()
                        .map(Objective::strategy)
                        .anyMatch(id -> id.filter(strategy.id()::equals).isPresent())
                ? Stream.of()
                : Fault.of(
                        strategy,
                        "is carried out by no objective",
                        "Name it in the objective that carries it out, or retire it",
                        "show " + strategy.id());
    }

    private static Stream<Fault> incomplete(Look look, Strategy strategy) {
        boolean where = strategy.values().find(Strategy.WHERE).isPresent();
        boolean how = strategy.values().find(Strategy.HOW).isPresent();
        return where && how
                ? Stream.of()
                : Fault.of(
                        strategy,
                        "does not say "
                                + (where ? "how we win" : how ? "where we play" : "where we play and how we win"),
                        "Add " + (where ? "how we win" : "where we play") + " in a sentence",
                        edit(strategy, where ? Strategy.HOW : Strategy.WHERE));
    }
}
