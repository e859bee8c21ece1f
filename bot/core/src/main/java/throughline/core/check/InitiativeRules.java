package throughline.core.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.check.Rule.Fault;
import throughline.core.check.statement.Statement;
import throughline.core.roadmap.Flag;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Theme;

/** What is wrong with initiatives in Now, Next or Later. */
final class InitiativeRules {
    private static final int STALE_DAYS = 90;

    static final List<Rule<Initiative>> ALL = List.of(
            Rule.of(
                    "initiative-without-okr",
                    Severity.SERIOUS,
                    Source.guide("The Why: Vision and Strategy"),
                    "If no line can be drawn to an OKR, it has no business being on the roadmap.",
                    InitiativeRules::orphan),
            Rule.of(
                    "hard-date",
                    Severity.SERIOUS,
                    Source.guide("Treating the Roadmap as a Concrete Promise"),
                    "A date turns direction into a promise; the first snag costs the trust.",
                    InitiativeRules::dated),
            Rule.of(
                    "date-in-public",
                    Severity.SERIOUS,
                    Source.guide("Should I Share My Roadmap Publicly"),
                    "Never, ever include specific dates in what customers may learn: they hold you to them.",
                    InitiativeRules::datedInPublic),
            Rule.of(
                    "too-abstract",
                    Severity.SERIOUS,
                    Source.layers("Putting It in Practice"),
                    "It is written as an outcome: engineering cannot start, or spends sprints on the wrong thing.",
                    InitiativeRules::tooAbstract),
            Rule.of(
                    "task-without-rationale",
                    Severity.SERIOUS,
                    Source.layers("Putting It in Practice"),
                    "It is written as a task: what is built may be technically right and strategically useless.",
                    InitiativeRules::task),
            Rule.of(
                    "initiative-without-theme",
                    Severity.WEAK,
                    Source.guide("Themes: Grouping Work Strategically"),
                    "Outside of a theme it is an entry in a feature list.",
                    InitiativeRules::ungrouped),
            Rule.of(
                    "initiative-without-owner",
                    Severity.WEAK,
                    Source.layers("Why the Model Works: ownership"),
                    "Nobody answers for why it is done.",
                    InitiativeRules::unowned),
            Rule.of(
                    "stale-initiative",
                    Severity.WEAK,
                    Source.guide("Letting It Become a 'Set and Forget' Document"),
                    "A roadmap that nobody touches misleads whoever reads it.",
                    InitiativeRules::stale),
            Rule.of(
                    "unsettled-rebuild",
                    Severity.WEAK,
                    Source.layers("Why the Model Works: change"),
                    "What was built against another target may be right or not; until somebody says so, nobody knows.",
                    InitiativeRules::unsettled),
            Rule.of(
                    "decomposed-too-early",
                    Severity.WEAK,
                    Source.layers("Why the Model Works: estimation"),
                    "Engineers pad estimates for what they feel is unclear and cannot name.",
                    InitiativeRules::decomposedEarly));

    private InitiativeRules() {}

    private static Stream<Fault> orphan(Look look, Initiative bet) {
        if (!bet.serves().isEmpty()) {
            return Stream.of();
        }
        Optional<KeyResult> likely = bet.theme().flatMap(id -> look.roadmap().find(id, Theme.class)).stream()
                .flatMap(theme -> theme.serves().stream())
                .flatMap(id -> look.roadmap().find(id, Objective.class).stream())
                .flatMap(objective -> look.roadmap().measuring(objective).stream())
                .findFirst();
        return Fault.of(
                bet,
                "has no line to an OKR",
                likely.map(keyResult -> "Its theme leads to " + keyResult.id() + " "
                                + Rewrites.quoted(keyResult.metric()) + ": record that line, or drop it")
                        .orElse("Name the key result that it accelerates, or drop it"),
                likely.map(keyResult -> "link " + bet.id() + " " + keyResult.id())
                        .orElse("link " + bet.id()));
    }

    private static Stream<Fault> dated(Look look, Initiative bet) {
        Optional<String> release = bet.values()
                .find(Initiative.RELEASE)
                .filter(text -> new Statement(text).hardDate().isPresent());
        if (release.isPresent()) {
            String quarter = Rewrites.quarter(release.get(), look.today());
            return Fault.of(
                    bet,
                    "has a date as its release window: " + Rewrites.quoted(release.get()),
                    Rewrites.quoted(quarter)
                            + "; if somebody outside sets the date, record a fixed deadline with the reason",
                    "edit " + bet.id() + " release: " + quarter);
        }
        boolean isFixed = bet.values().find(Initiative.FIXED_DEADLINE).isPresent();
        return isFixed ? Stream.of() : inWords(look, bet);
    }

    private static Stream<Fault> inWords(Look look, Initiative bet) {
        Optional<String> inTitle = new Statement(bet.title()).hardDate();
        String field = inTitle.isPresent() ? "title" : "description";
        String text = inTitle.isPresent() ? bet.title() : bet.description().orElse("");
        return inTitle.or(() -> new Statement(text).hardDate()).stream().flatMap(date -> {
            String quarter = Rewrites.quarter(date, look.today());
            Optional<String> undated = Rewrites.undated(text);
            return Fault.of(
                    bet,
                    "has a date in its " + field + ": " + Rewrites.quoted(date),
                    undated.map(rest -> Rewrites.quoted(rest) + ", with the release window " + quarter)
                            .orElse("Give a release window instead: " + quarter),
                    "edit " + bet.id() + " " + field + ": "
                            + undated.map(Rewrites::clipped).orElse(""));
        });
    }

    private static Stream<Fault> datedInPublic(Look look, Initiative bet) {
        return Stream.concat(Stream.of(bet.title()), bet.description().stream())
                .filter(text -> bet.isPublic())
                .flatMap(text -> new Statement(text).hardDate().stream())
                .limit(1)
                .flatMap(date -> Fault.of(
                        bet,
                        "is public and names a date: " + Rewrites.quoted(date),
                        "Take the date out of the words, or make it internal",
                        "edit " + bet.id() + " visibility: internal"));
    }

    private static Stream<Fault> tooAbstract(Look look, Initiative bet) {
        boolean isSoon = bet.horizon() == Horizon.NOW || bet.horizon() == Horizon.NEXT;
        return isSoon && Layering.isTooAbstract(bet)
                ? Fault.of(
                        bet,
                        "is an outcome and no initiative yet: " + Rewrites.quoted(bet.title()),
                        "Say what the product will do that brings "
                                + look.keyResults(bet)
                                        .findFirst()
                                        .map(keyResult -> keyResult.id() + " to "
                                                + keyResult.target().orElse("its target"))
                                        .orElse("it about")
                                + ", and make the outcome an objective or key result",
                        "edit " + bet.id() + " description:")
                : Stream.of();
    }

    private static Stream<Fault> task(Look look, Initiative bet) {
        return Layering.isTaskWithoutRationale(bet)
                ? Fault.of(
                        bet,
                        "is a task whose rationale is absent: " + Rewrites.quoted(bet.title()),
                        "Say which capability it is a part of and why"
                                + look.keyResults(bet)
                                        .findFirst()
                                        .map(keyResult -> " it should move " + keyResult.id() + " "
                                                + Rewrites.quoted(keyResult.metric()))
                                        .orElse("")
                                + "; the task itself is a workstream of that",
                        "edit " + bet.id() + " why:")
                : Stream.of();
    }

    private static Stream<Fault> ungrouped(Look look, Initiative bet) {
        return bet.theme().isPresent()
                ? Stream.of()
                : Fault.of(
                        bet,
                        "belongs to no theme",
                        look.objectives(bet)
                                .flatMap(objective -> look.roadmap().themesOf(objective).stream())
                                .findFirst()
                                .map(theme -> "Put it under " + theme.id() + " " + Rewrites.quoted(theme.title())
                                        + " if that is the problem it solves")
                                .orElse("Name the customer's problem that it solves, and make that the theme"),
                        "edit " + bet.id() + " theme:");
    }

    private static Stream<Fault> unowned(Look look, Initiative bet) {
        return bet.owner().isPresent()
                ? Stream.of()
                : Fault.of(bet, "has no owner", "Name the PM who answers for it", "own " + bet.id());
    }

    private static Stream<Fault> unsettled(Look look, Initiative bet) {
        return Flag.of(bet).stream().reduce((earlier, later) -> later).stream()
                .flatMap(flag -> Fault.of(
                        bet,
                        "is flagged rebuild? since the " + flag.what() + " of " + flag.because() + " changed",
                        "Does it still hold? Say so, or rebuild it",
                        "settle " + bet.id()));
    }

    private static Stream<Fault> stale(Look look, Initiative bet) {
        long days = look.daysUntouched(bet, bet.confirmed());
        return days > STALE_DAYS
                ? Fault.of(
                        bet,
                        "has not been touched for " + days + " days",
                        "Does it still belong in " + bet.horizon().title() + "? Confirm, move or drop it",
                        "edit " + bet.id())
                : Stream.of();
    }

    private static Stream<Fault> decomposedEarly(Look look, Initiative bet) {
        int workstreams = look.roadmap().building(bet).size();
        boolean isClear = !bet.values().all(Initiative.CONSTRAINTS).isEmpty()
                && !bet.values().all(Initiative.NON_GOALS).isEmpty();
        return workstreams == 0 || isClear
                ? Stream.of()
                : Fault.of(
                        bet,
                        "is broken down into " + workstreams + (workstreams == 1 ? " workstream" : " workstreams")
                                + " without constraints and non-goals",
                        "Agree on what it must respect and what it will not do, then look at the workstreams again",
                        "edit " + bet.id() + " constraints:");
    }
}
