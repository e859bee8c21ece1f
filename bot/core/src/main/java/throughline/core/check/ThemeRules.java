package throughline.core.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.check.Rule.Fault;
import throughline.core.check.statement.Statement;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Theme;

/** What is wrong with themes. */
final class ThemeRules {
    static final List<Rule<Theme>> ALL = List.of(
            Rule.of(
                    "theme-without-kpi",
                    Severity.SERIOUS,
                    Source.guide("Outcomes: Defining Success with KPIs"),
                    "Every theme needs one primary outcome metric, or nobody can tell whether it succeeded.",
                    ThemeRules::unmeasured),
            Rule.of(
                    "date-in-public",
                    Severity.SERIOUS,
                    Source.guide("Should I Share My Roadmap Publicly"),
                    "Never, ever include specific dates in what customers read: they hold you to them.",
                    ThemeRules::dated),
            Rule.of(
                    "theme-without-objective",
                    Severity.WEAK,
                    Source.gap("Opportunity Solution Trees"),
                    "An opportunity without an outcome breaks the trace from work to strategy.",
                    ThemeRules::unanchored),
            Rule.of(
                    "output-theme",
                    Severity.WEAK,
                    Source.guide("Themes: Grouping Work Strategically"),
                    "A theme is a customer's problem; a feature as a theme is a feature list with a heading.",
                    ThemeRules::output),
            Rule.of(
                    "activity-kpi",
                    Severity.WEAK,
                    Source.gap("Leading vs. Lagging Indicators"),
                    "It counts what teams do and not what changes for customers.",
                    ThemeRules::activity),
            Rule.of(
                    "theme-without-problem",
                    Severity.MINOR,
                    Source.guide("Themes: Grouping Work Strategically"),
                    "A theme is known by the problem that it solves; it is also what customers are shown.",
                    ThemeRules::unexplained));

    private ThemeRules() {}

    private static Stream<Fault> unmeasured(Look look, Theme theme) {
        Optional<String> metric = metric(look, theme);
        return theme.kpi().isPresent()
                ? Stream.of()
                : Fault.of(
                        theme,
                        "has no KPI",
                        metric.map(found -> "Take " + Rewrites.quoted(found) + ", which its objective is measured by")
                                .orElse("Say which one figure tells that it worked"),
                        edit(theme, "kpi", metric.orElse("")));
    }

    private static Optional<String> metric(Look look, Theme theme) {
        return theme.serves().stream()
                .flatMap(id -> look.roadmap().find(id, Objective.class).stream())
                .flatMap(objective -> look.roadmap().measuring(objective).stream())
                .map(KeyResult::metric)
                .map(Rewrites::clipped)
                .findFirst();
    }

    private static String edit(Theme theme, String field, String value) {
        return ("edit " + theme.id() + " " + field + ": " + value).strip();
    }

    private static Stream<Fault> dated(Look look, Theme theme) {
        Optional<String> problem = theme.values().find(Theme.PROBLEM);
        return Stream.of(Optional.of(theme.title()), problem, theme.kpi())
                .flatMap(Optional::stream)
                .filter(text -> theme.isPublic())
                .flatMap(text -> new Statement(text).hardDate().stream())
                .limit(1)
                .flatMap(date -> Fault.of(
                        theme,
                        "shows customers a date: " + Rewrites.quoted(date),
                        Rewrites.undated(theme.title())
                                .map(title -> Rewrites.quoted(title))
                                .orElse("Leave the date out, or mark the theme internal"),
                        "edit " + theme.id()));
    }

    private static Stream<Fault> unanchored(Look look, Theme theme) {
        return theme.serves().isEmpty()
                ? Fault.of(
                        theme,
                        "serves no objective",
                        look.roadmap().in(theme).stream()
                                .flatMap(look::objectives)
                                .findFirst()
                                .map(objective -> "Its initiatives serve " + objective.id() + " "
                                        + Rewrites.quoted(objective.title()) + ": record that")
                                .orElse("Name the objective that it serves, or drop it"),
                        edit(theme, "serves", ""))
                : Stream.of();
    }

    private static Stream<Fault> output(Look look, Theme theme) {
        Optional<String> problem = theme.values().find(Theme.PROBLEM).map(Rewrites::quoted);
        return new Statement(theme.title()).describesOutput()
                ? Fault.of(
                        theme,
                        "describes output: " + Rewrites.quoted(theme.title()),
                        problem.map(text -> "Name the problem instead: " + text)
                                .or(() -> metric(look, theme)
                                        .map(metric -> "Name what improves: " + Rewrites.quoted(metric)))
                                .orElse("Name the customer's problem instead"),
                        edit(theme, "title", ""))
                : Stream.of();
    }

    private static Stream<Fault> activity(Look look, Theme theme) {
        return theme.kpi().filter(kpi -> new Statement(kpi).countsActivity()).stream()
                .flatMap(kpi -> Fault.of(
                        theme,
                        "counts activity as its KPI: " + Rewrites.quoted(kpi),
                        metric(look, theme)
                                .map(metric ->
                                        "Take " + Rewrites.quoted(metric) + ", which its objective is measured by")
                                .orElse("Count what customers do, not what teams do"),
                        edit(theme, "kpi", metric(look, theme).orElse(""))));
    }

    private static Stream<Fault> unexplained(Look look, Theme theme) {
        return theme.values().find(Theme.PROBLEM).isPresent()
                ? Stream.of()
                : Fault.of(
                        theme,
                        "names no problem",
                        "Say in one sentence what is hard for whom, as customers would say it",
                        edit(theme, "problem", ""));
    }
}
