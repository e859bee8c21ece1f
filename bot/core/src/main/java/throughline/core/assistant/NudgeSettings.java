package throughline.core.assistant;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.ritual.Working;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** When and where a team is nudged, set up by a PM, its lead or an admin. */
final class NudgeSettings {
    static final Pattern SAID = Pattern.compile(
            "nudge\\s+(?:for\\s+)?(?<team>.+?)(?:\\s+(?:in\\s+)?(?<channel>here|#\\S+)(?:\\s+(?:on\\s+)?(?<weekday>(?!at\\b)\\p{L}+))?"
                    + "(?:\\s+(?:at\\s+)?(?<time>\\d{1,2}[:.]\\d{2}))?(?:\\s+(?<zone>\\S+))?)?",
            Pattern.CASE_INSENSITIVE);
    private static final String TEAM = "team";
    private static final String WEEKDAY = "weekday";
    private static final String TIME = "time";
    private static final String ZONE = "zone";
    private static final List<String> PARTS = List.of(TEAM, ChannelNames.FIELD, WEEKDAY, TIME, ZONE);

    private final Request request;
    private final Unasked unasked;
    private final ChannelNames names;

    NudgeSettings(Request request, Unasked unasked) {
        this.request = request;
        this.unasked = unasked;
        this.names = new ChannelNames(request);
    }

    Turn form() {
        return form(Map.of(), Map.of());
    }

    Turn said(Matcher nudge) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : PARTS) {
            Optional.ofNullable(nudge.group(part)).ifPresent(text -> given.put(part, text));
        }
        return given.containsKey(ChannelNames.FIELD) ? set(given) : form(given, Map.of());
    }

    Turn filledIn() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : PARTS) {
            if (!request.input(part).isEmpty()) {
                given.put(part, request.input(part));
            }
        }
        return set(given);
    }

    /** What holds for a team, in a row among the other settings. */
    Block.Items.Row row(Schedule schedule) {
        String team = request.roadmap().find(schedule.team()).map(Item::title).orElse("a team that is gone");
        Optional<String> paused =
                schedule.paused().map(pause -> " · paused: " + pause.reason() + "; “nudge on " + team + "” goes on");
        String state = schedule.isOff()
                ? " · off"
                : paused.isPresent()
                        ? paused.get()
                        : schedule.snoozed()
                                .filter(request.scene().today()::isBefore)
                                .map(until -> " · snoozed until "
                                        + Phrases.day(until, request.scene().today()))
                                .orElse("");
        return new Block.Items.Row(
                Prose.strong(Phrases.clipped(team)), List.of(Prose.of(TeamNudge.when(schedule) + state)));
    }

    private Turn form(Map<String, String> given, Map<String, String> problems) {
        List<Team> teams = request.roadmap().teams().toList();
        Optional<TeamNudge> named = TeamNudge.named(request, given.getOrDefault(TEAM, ""))
                .or(() -> given.containsKey(TEAM) ? Optional.empty() : TeamNudge.own(request));
        if (teams.isEmpty()) {
            return request.tell(
                    Card.of(
                            "There is no team to nudge yet.",
                            new Block.Text(Prose.of("Teams come with the roadmap file, or with “add team”."))),
                    Answer.of(Intent.SETTINGS));
        }
        Optional<Schedule> schedule = named.flatMap(TeamNudge::schedule);
        if (names.isNowhere() && schedule.isEmpty()) {
            return elsewhere(named);
        }
        Field team = Field.choice(
                TEAM,
                "Team",
                Stream.concat(
                                named.map(TeamNudge::team).stream(),
                                teams.stream()
                                        .filter(one -> named.map(TeamNudge::team)
                                                .filter(one::equals)
                                                .isEmpty()))
                        .map(one -> new Field.Option(one.title(), one.title()))
                        .toList());
        Field weekday = Field.choice(
                WEEKDAY,
                "On",
                Stream.of(DayOfWeek.values())
                        .limit(5)
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .map(day -> new Field.Option(day, day))
                        .toList());
        Block.Form form = new Block.Form(
                        List.of(
                                named.map(one -> team.startingWith(one.team().title()))
                                        .orElse(team),
                                starting(
                                        Field.text(ChannelNames.FIELD, names.label(), true),
                                        given,
                                        ChannelNames.FIELD,
                                        channel(named, schedule)),
                                starting(
                                        weekday,
                                        given,
                                        WEEKDAY,
                                        schedule.map(Schedule::weekday)
                                                .orElse(DayOfWeek.MONDAY)
                                                .getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                                starting(
                                        Field.text(TIME, "At", true),
                                        given,
                                        TIME,
                                        schedule.map(Schedule::time)
                                                .orElse(LocalTime.of(9, 30))
                                                .toString()),
                                starting(
                                        Field.text(ZONE, "Time zone", true),
                                        given,
                                        ZONE,
                                        known(named.map(TeamNudge::zone)
                                                .orElseGet(() -> request.scene().zone())))),
                        Button.primary(Actions.FILL, "Set up", "settings nudge"),
                        Optional.empty())
                .with(problems);
        return request.tell(Card.of("When and where is a team nudged?", form), Answer.of(Intent.SETTINGS));
    }

    private Turn elsewhere(Optional<TeamNudge> team) {
        String name = team.map(of -> of.team().title()).orElse("<team>");
        return request.tell(
                Card.of(
                        "Say it in the team's channel: I find none by its name here.",
                        new Block.Text(Prose.of("Mention me there: “@Throughline settings nudge " + name
                                + " here monday 09:30 Europe/Berlin”. Without day, time and zone it is a form.")),
                        Block.Buttons.of(Actions.ask("What is set up?", "settings"))),
                Answer.of(Intent.SETTINGS));
    }

    /** An offset is none that a team can live by. */
    private static String known(ZoneId zone) {
        return zone instanceof ZoneOffset ? "" : zone.getId();
    }

    private static Field starting(Field field, Map<String, String> given, String part, String otherwise) {
        String value = given.getOrDefault(part, otherwise);
        boolean isKnown = field.options().isEmpty()
                || field.options().stream().anyMatch(option -> option.value().equals(value));
        return value.isEmpty() || !isKnown ? field : field.startingWith(value);
    }

    private String channel(Optional<TeamNudge> team, Optional<Schedule> schedule) {
        return schedule.map(TeamNudge::channel)
                .or(() -> team.filter(one -> names.hasNames())
                        .flatMap(one -> one.team().channel()))
                .orElse(request.scene().place().isDirect() ? "" : ChannelNames.HERE);
    }

    private Turn set(Map<String, String> given) {
        Optional<TeamNudge> team = TeamNudge.named(request, given.getOrDefault(TEAM, ""));
        if (team.isEmpty()) {
            return form(given, Map.of(TEAM, "I know no team of that name."));
        }
        TeamNudge of = team.get();
        if (!of.mayBeSetUp()) {
            return of.refused(Intent.SETTINGS);
        }
        Optional<String> kept = kept(of, given);
        if (names.isNowhere() && kept.isEmpty()) {
            return elsewhere(team);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<String> channel = kept.or(() -> names.place(given.getOrDefault(ChannelNames.FIELD, ""), problems));
        Optional<DayOfWeek> weekday = weekday(of, given, problems);
        Optional<LocalTime> time = time(of, given, problems);
        Optional<ZoneId> zone = zone(of, given, problems);
        if (!problems.isEmpty()) {
            return form(given, problems);
        }
        Values values = Values.none()
                .with(Schedule.RITUAL, Schedule.Ritual.NUDGE)
                .with(Schedule.TEAM, of.team().id())
                .with(Schedule.CHANNEL, channel.orElseThrow())
                .with(Schedule.WEEKDAY, weekday.orElseThrow())
                .with(Schedule.TIME, time.orElseThrow())
                .with(Schedule.ZONE, zone.orElseThrow())
                .with(Schedule.SINCE, request.scene().now());
        return recorded(of, values);
    }

    private Turn recorded(TeamNudge of, Values values) {
        Optional<Schedule> before = of.schedule();
        Schedule after = (Schedule) Kind.SCHEDULE.item(
                before.map(Schedule::id).orElseGet(() -> request.roadmap().nextBeside(Kind.SCHEDULE)), values);
        List<Change> changes = new ArrayList<>();
        if (before.isPresent()) {
            Kind.SCHEDULE
                    .fields()
                    .forEach(field -> changed(before.get(), after, field).ifPresent(changes::add));
        } else {
            changes.add(new Change.Added(after));
        }
        Optional<LocalDate> next = unasked.agenda(request.roadmap())
                .due(after, Coming.last(of, unasked), request.scene().now())
                .next()
                .map(one -> one.due().atZone(after.zone()).toLocalDate());
        String first = next.map(day -> "The next one comes on " + of.day(day) + ", unless nothing is new by then.")
                .orElse("");
        return request.tellThere(
                        Card.of(
                                of.team().title() + " is nudged on " + TeamNudge.when(after) + ".",
                                new Block.Text(Prose.of((first + ChannelNames.invitation(after)).strip())),
                                Block.Buttons.of(
                                        Actions.ask(
                                                "Preview",
                                                "nudge preview " + of.team().title()),
                                        Actions.ask(
                                                "Switch off",
                                                "nudge off " + of.team().title()))),
                        Answer.of(Intent.SETTINGS))
                .recording(changes, Set.of(after.id().text(), of.team().id().text()), Optional.empty());
    }

    private static <V> Optional<Change> changed(
            Schedule before, Schedule after, throughline.core.roadmap.Field<V> field) {
        boolean isKept = (Object) field == Schedule.ITEMS;
        Optional<V> value = after.values().find(field);
        return isKept || before.values().find(field).equals(value)
                ? Optional.empty()
                : Optional.of(Change.edited(before, field, value));
    }

    /** What a form begins with stands for the channel that is set up, be it of another platform or without a name here. */
    private Optional<String> kept(TeamNudge of, Map<String, String> given) {
        boolean isForm = !of.request().inputs().isEmpty();
        return of.schedule()
                .filter(schedule -> isForm || !names.hasNames())
                .filter(schedule ->
                        TeamNudge.channel(schedule).equalsIgnoreCase(given.getOrDefault(ChannelNames.FIELD, "")))
                .map(Schedule::channel);
    }

    private static Optional<DayOfWeek> weekday(TeamNudge of, Map<String, String> given, Map<String, String> problems) {
        if (!given.containsKey(WEEKDAY)) {
            return of.schedule().map(Schedule::weekday).or(() -> Optional.of(DayOfWeek.MONDAY));
        }
        Optional<DayOfWeek> day = Until.weekday(given.getOrDefault(WEEKDAY, ""));
        if (day.filter(one -> one.compareTo(DayOfWeek.FRIDAY) <= 0).isEmpty()) {
            problems.put(WEEKDAY, "Take a working day, Monday to Friday.");
        }
        return day;
    }

    private static Optional<LocalTime> time(TeamNudge of, Map<String, String> given, Map<String, String> problems) {
        if (!given.containsKey(TIME)) {
            return of.schedule().map(Schedule::time).or(() -> Optional.of(LocalTime.of(9, 30)));
        }
        Optional<LocalTime> time = time(given.getOrDefault(TIME, ""))
                .filter(at -> !at.isBefore(Working.START) && at.isBefore(Working.END));
        if (time.isEmpty()) {
            problems.put(TIME, "Take a time within working hours, from " + Working.START + " to " + Working.END + ".");
        }
        return time;
    }

    static Optional<LocalTime> time(String text) {
        String said = text.strip().replace('.', ':');
        String plain = said.contains(":") ? said : said + ":00";
        try {
            return Optional.of(LocalTime.parse(plain.length() == 4 ? "0" + plain : plain));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(TeamNudge of, Map<String, String> given, Map<String, String> problems) {
        String wanted = given.getOrDefault(ZONE, known(of.zone()));
        Optional<String> found = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equalsIgnoreCase(wanted.strip()))
                .findFirst();
        if (found.isEmpty()) {
            problems.put(
                    ZONE,
                    wanted.isEmpty()
                            ? "In which time zone does the team work? Give one like Europe/Berlin."
                            : "Give a time zone like Europe/Berlin; an offset would be wrong half of the year.");
        }
        return found.map(ZoneId::of);
    }
}
