package throughline.core.assistant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.DaysOff;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** On which days nobody is spoken to: of a team, or of everybody. */
record DaysOffSettings(Request request, Unasked unasked) {
    static final Pattern SAID = Pattern.compile(
            "days?[- ]off(?<team>.*?)(?<not>\\s+not)?(?<days>(?:[\\s,]+(?:\\d{4}-\\d{2}-\\d{2}|none))*)",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_DAYS = 5;

    /** Whether somebody says days or whose they are, rather than asking what holds. */
    static boolean sets(Matcher said) {
        return !said.group("team").isBlank() || !said.group("days").isBlank();
    }

    Turn said(Matcher said) {
        String name = said.group("team").replaceFirst("^\\s*(?:for|of)\\s+", "").strip();
        Optional<TeamNudge> team = name.isEmpty() ? Optional.empty() : TeamNudge.named(request, name);
        Optional<List<DaysOff.Day>> days = days(said.group("days"));
        if (days.isEmpty() || (team.isEmpty() && name.matches("\\d.*"))) {
            return whichDays();
        }
        if (team.isEmpty() && !name.isEmpty()) {
            return TeamNudge.which(request, Settings.USAGE);
        }
        if (team.isEmpty() && !request.person().keepsRoadmap()) {
            return request.tell(
                    Card.of("Only a PM or an admin sets days off for everybody. Nothing was changed."),
                    Answer.of(Intent.SETTINGS));
        }
        if (team.filter(of -> !of.mayBeSetUp()).isPresent()) {
            return team.get().refused(Intent.SETTINGS);
        }
        return set(team.map(TeamNudge::team), days.get(), said.group("not") != null);
    }

    private Turn whichDays() {
        return request.tell(
                Card.of(
                        "On which days? Nothing was changed.",
                        new Block.Text(
                                Prose.of("Write them like “settings days-off 2026-12-24, 2026-12-25”; “not” before them"
                                        + " takes them off again, “none” takes all.")),
                        Block.Buttons.of(Actions.ask("What is set up?", "settings"))),
                Answer.of(Intent.SETTINGS));
    }

    private static Optional<List<DaysOff.Day>> days(String text) {
        try {
            return Optional.of(Stream.of(text.split("[\\s,]+"))
                            .filter(part -> !part.isEmpty() && !part.equals("none"))
                            .map(part -> new DaysOff.Day(LocalDate.parse(part), Optional.empty()))
                            .sorted(Comparator.comparing(DaysOff.Day::on))
                            .toList())
                    .filter(days -> !text.isBlank());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** They are added to those that are still to come, or taken from them; none at all takes all. */
    private static List<DaysOff.Day> after(
            Optional<DaysOff> before, List<DaysOff.Day> days, boolean isTaken, LocalDate today) {
        Set<LocalDate> said = days.stream().map(DaysOff.Day::on).collect(Collectors.toSet());
        Stream<DaysOff.Day> kept = before.map(DaysOff::days).orElse(List.of()).stream()
                .filter(day -> !days.isEmpty() && !day.on().isBefore(today) && !said.contains(day.on()));
        return Stream.concat(kept, isTaken ? Stream.empty() : days.stream())
                .sorted(Comparator.comparing(DaysOff.Day::on))
                .toList();
    }

    private Turn set(Optional<Team> team, List<DaysOff.Day> said, boolean isTaken) {
        LocalDate today = request.scene().today();
        Optional<DaysOff> before = request.roadmap().daysOff(team).stream().findFirst();
        List<DaysOff.Day> days = after(before, said, isTaken, today);
        Optional<List<DaysOff.Day>> after = days.isEmpty() ? Optional.empty() : Optional.of(days);
        Change change = before.map(off -> Change.edited(off, DaysOff.DAYS, after))
                .orElseGet(() -> new Change.Added(Kind.DAYS_OFF.item(
                        request.roadmap().nextBeside(Kind.DAYS_OFF),
                        Values.none().with(DaysOff.TEAM, team.map(Team::id)).with(DaysOff.DAYS, after))));
        String whose = team.map(Team::title).orElse("Everybody");
        String told = days.isEmpty()
                ? whose + " has no days off."
                : whose + " is off on " + Phrases.plural(days.size(), "day", "days") + ": "
                        + listed(days.stream().map(DaysOff.Day::on).toList(), today) + ".";
        return request.tellThere(Card.of(told), Answer.of(Intent.SETTINGS))
                .recording(
                        List.of(change),
                        Set.of(change.about().map(id -> id.text()).orElse("")),
                        Optional.empty());
    }

    /** The next ones, a calendar's included. */
    Optional<Block.Items.Row> row() {
        LocalDate today = request.scene().today();
        Stream<LocalDate> everybodys = Stream.concat(
                unasked.holidays().stream(),
                request.roadmap().daysOff(Optional.empty()).stream().flatMap(off -> off.dates().stream()));
        List<String> told = new ArrayList<>();
        coming(everybodys, today).ifPresent(told::add);
        request.roadmap().teams().stream()
                .forEach(team -> coming(
                                request.roadmap().daysOff(Optional.of(team)).stream()
                                        .flatMap(off -> off.dates().stream()),
                                today)
                        .ifPresent(days -> told.add(Phrases.clipped(team.title()) + " " + days)));
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Items.Row(
                        Prose.strong("Days off"), List.of(Prose.of(Phrases.clipped(String.join("; ", told), 200)))));
    }

    private static Optional<String> coming(Stream<LocalDate> days, LocalDate today) {
        List<LocalDate> next =
                days.filter(day -> !day.isBefore(today)).distinct().sorted().toList();
        return next.isEmpty() ? Optional.empty() : Optional.of(listed(next, today));
    }

    private static String listed(List<LocalDate> days, LocalDate today) {
        return Phrases.listed(days.stream()
                        .limit(MOST_DAYS)
                        .map(day -> Phrases.day(day, today))
                        .toList())
                + (days.size() > MOST_DAYS ? " and more" : "");
    }
}
