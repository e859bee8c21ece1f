package throughline.core.assistant;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
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
import throughline.core.conversation.Place;
import throughline.core.conversation.Turn;
import throughline.core.people.Preferences;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Working;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.DaysOff;
import throughline.core.roadmap.IntakeChannel;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** When and where the bot speaks unasked: shown to everybody, set up by a PM, a team's lead or an admin. */
final class Settings implements Command {
    private static final Usage USAGE = Usage.of(
            "settings",
            "[nudge <team> <#channel or here> [weekday] [time] [zone] | intake <#channel or off> | days-off [team] <dates> | hours <from>-<to>]",
            "When and where I speak unasked; with arguments, set it up",
            Intent.SETTINGS);
    private static final Pattern NUDGE = Pattern.compile(
            "nudge\\s+(?<team>.+?)(?:\\s+(?<channel>here|#\\S+)(?:\\s+(?<weekday>\\p{L}+))?(?:\\s+(?<time>\\d{1,2}[:.]\\d{2}))?"
                    + "(?:\\s+(?<zone>\\S+))?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAYS_OFF =
            Pattern.compile("days?[- ]off(?<team>.*?)(?<days>(?:[\\s,]+(?:\\d{4}-\\d{2}-\\d{2}|none))*)");
    private static final Pattern HOURS =
            Pattern.compile("hours\\s+(?<from>\\d{1,2}[:.]\\d{2})\\s*(?:-|–|to)\\s*(?<to>\\d{1,2}[:.]\\d{2})");
    private static final Pattern INTAKE =
            Pattern.compile("intake\\s+(?<channel>here|#\\S+|off)", Pattern.CASE_INSENSITIVE);
    private static final String TEAM = "team";
    private static final String CHANNEL = "channel";
    private static final String WEEKDAY = "weekday";
    private static final String TIME = "time";
    private static final String ZONE = "zone";
    private static final String HERE = "here";

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** One value of something beside the roadmap changes. */
    static <V> Change edited(Item item, throughline.core.roadmap.Field<V> field, Optional<V> after) {
        return new Change.Edited<>(item.kind(), item.id(), field, item.values().find(field), after);
    }

    @Override
    public Turn run(Request request) {
        String rest = request.whole().strip();
        if (!request.inputs().isEmpty()) {
            return set(request, filledIn(request));
        }
        if (rest.equalsIgnoreCase("nudge")) {
            return form(request, Map.of(), Map.of());
        }
        Matcher nudge = NUDGE.matcher(rest);
        if (nudge.matches()) {
            return ofLine(request, nudge);
        }
        Matcher intake = INTAKE.matcher(rest);
        if (intake.matches()) {
            return intake(request, intake.group(CHANNEL));
        }
        Matcher off = DAYS_OFF.matcher(rest);
        Matcher hours = HOURS.matcher(rest);
        return off.matches() ? daysOff(request, off) : hours.matches() ? hours(request, hours) : shown(request);
    }

    private static Turn ofLine(Request request, Matcher nudge) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : List.of(TEAM, CHANNEL, WEEKDAY, TIME, ZONE)) {
            Optional.ofNullable(nudge.group(part)).ifPresent(text -> given.put(part, text));
        }
        return given.containsKey(CHANNEL) ? set(request, given) : form(request, given, Map.of());
    }

    private static Map<String, String> filledIn(Request request) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : List.of(TEAM, CHANNEL, WEEKDAY, TIME, ZONE)) {
            if (!request.input(part).isEmpty()) {
                given.put(part, request.input(part));
            }
        }
        return given;
    }

    /** What holds. */
    private static Turn shown(Request request) {
        List<Block.Items.Row> rows = new ArrayList<>();
        List<Schedule> schedules = request.roadmap().schedules().toList();
        schedules.stream().limit(request.rows()).forEach(schedule -> rows.add(row(request, schedule)));
        request.roadmap().intake().ifPresent(intake -> rows.add(row(request, intake)));
        rows.add(own(request));
        String count = schedules.isEmpty()
                ? "No team is nudged yet."
                : Phrases.plural(schedules.size(), "team is", "teams are") + " nudged once a week.";
        List<Button> buttons = new ArrayList<>();
        if (schedules.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + schedules.size(), "settings all"));
        }
        buttons.add(Actions.ask("Set up a nudge", "settings nudge"));
        return request.tell(
                Card.of(
                        count,
                        new Block.Items(rows),
                        new Block.Note(Prose.of("I say nothing in a channel until somebody sets it up there.")),
                        new Block.Buttons(buttons)),
                Answer.of(Intent.SETTINGS));
    }

    private static Block.Items.Row row(Request request, Schedule schedule) {
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

    private static Block.Items.Row row(Request request, IntakeChannel intake) {
        return new Block.Items.Row(
                Prose.strong("Requests"), List.of(Prose.of("are shown in " + name(request, intake.channel()))));
    }

    /** As people know it: by its name, where it has one for them. */
    private static String name(Request request, String channel) {
        String named = channel.substring(channel.indexOf(':') + 1);
        boolean isHere = channel.equals(request.scene().place().written());
        return named.startsWith("#") ? named : isHere ? "this channel" : "the channel where that was set up";
    }

    /** Where requests are shown that are filed from now on. */
    private static Turn intake(Request request, String channel) {
        if (!request.person().keepsRoadmap()) {
            return request.tell(
                    Card.of(
                            "Only a PM, a product lead or an admin says where requests are shown. Nothing was changed.",
                            Block.Buttons.of(Actions.ask("What is set up?", "settings"))),
                    Answer.of(Intent.SETTINGS));
        }
        Optional<IntakeChannel> before = request.roadmap().intake();
        if (channel.equalsIgnoreCase("off")) {
            Turn turn = request.tellThere(
                    Card.of("Requests are shown in no channel. Who decides is told in private, as always."),
                    Answer.of(Intent.SETTINGS));
            return before.map(intake -> turn.recording(
                            List.of(new Change.Removed(Kind.INTAKE, intake.id())),
                            Set.of(intake.id().text()),
                            Optional.empty()))
                    .orElse(turn);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<String> place = place(request, channel, problems);
        if (place.isEmpty() || !problems.isEmpty()) {
            return request.tell(
                    Card.of("Nothing was changed. " + String.join(" ", problems.values())), Answer.of(Intent.SETTINGS));
        }
        Change change = before.map(intake -> edited(intake, IntakeChannel.CHANNEL, place))
                .orElseGet(() -> new Change.Added(Kind.INTAKE.item(
                        request.roadmap().nextBeside(Kind.INTAKE),
                        Values.none()
                                .with(IntakeChannel.CHANNEL, place)
                                .with(
                                        IntakeChannel.AFTER,
                                        request.roadmap().requests().stream()
                                                .map(Item::id)
                                                .max(Comparator.naturalOrder())))));
        return request.tellThere(
                        Card.of(
                                "Each request that is filed from now on is shown in " + name(request, place.get())
                                        + ".",
                                new Block.Text(Prose.of("Who decides is told in private as well.")),
                                Block.Buttons.of(Actions.ask("Stop that", "settings intake off"))),
                        Answer.of(Intent.SETTINGS))
                .recording(
                        List.of(change), Set.of(change.about().map(ItemId::text).orElse("")), Optional.empty());
    }

    private static Block.Items.Row own(Request request) {
        Preferences wants = request.person().preferences();
        String hours = wants.hours()
                .map(between -> between.from() + "–" + between.to())
                .orElse(Working.START + "–" + Working.END);
        String state = wants.isOff()
                ? "off"
                : wants.snoozed()
                        .filter(request.scene().today()::isBefore)
                        .map(until -> "snoozed until "
                                + Phrases.day(until, request.scene().today()))
                        .orElse("at most one message a day");
        String requests = wants.isQuiet() ? "; nothing of your requests" : "";
        return new Block.Items.Row(
                Prose.strong("You"), List.of(Prose.of(state + ", " + hours + " on working days" + requests)));
    }

    private static Turn form(Request request, Map<String, String> given, Map<String, String> problems) {
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
                                        Field.text(CHANNEL, "Channel, such as #growth, or “here”", true),
                                        given,
                                        CHANNEL,
                                        channel(request, named, schedule)),
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
                                        named.map(TeamNudge::zone)
                                                .orElseGet(() -> request.scene().zone())
                                                .getId())),
                        Button.primary(Actions.FILL, "Set up", "settings nudge"),
                        Optional.empty())
                .with(problems);
        return request.tell(Card.of("When and where is a team nudged?", form), Answer.of(Intent.SETTINGS));
    }

    private static Field starting(Field field, Map<String, String> given, String part, String otherwise) {
        String value = given.getOrDefault(part, otherwise);
        boolean isKnown = field.options().isEmpty()
                || field.options().stream().anyMatch(option -> option.value().equals(value));
        return value.isEmpty() || !isKnown ? field : field.startingWith(value);
    }

    private static String channel(Request request, Optional<TeamNudge> team, Optional<Schedule> schedule) {
        return schedule.map(TeamNudge::channel)
                .or(() -> team.flatMap(one -> one.team().channel()))
                .orElse(request.scene().place().isDirect() ? "" : HERE);
    }

    private static Turn set(Request request, Map<String, String> given) {
        Optional<TeamNudge> team = TeamNudge.named(request, given.getOrDefault(TEAM, ""));
        if (team.isEmpty()) {
            return form(request, given, Map.of(TEAM, "I know no team of that name."));
        }
        TeamNudge of = team.get();
        if (!of.mayBeSetUp()) {
            return of.refused(Intent.SETTINGS);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<String> channel = kept(of, given).or(() -> place(request, given.getOrDefault(CHANNEL, ""), problems));
        Optional<DayOfWeek> weekday = weekday(of, given, problems);
        Optional<LocalTime> time = time(of, given, problems);
        Optional<ZoneId> zone = zone(of, given, problems);
        if (!problems.isEmpty()) {
            return form(request, given, problems);
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

    private static Turn recorded(TeamNudge of, Values values) {
        Request request = of.request();
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
        Optional<LocalDate> next = new Agenda(request.roadmap(), Set.of())
                .due(after, Optional.empty(), request.scene().now())
                .next()
                .map(one -> one.due().atZone(after.zone()).toLocalDate());
        String first = next.map(day -> "The next one comes on " + of.day(day) + ", unless nothing is new by then.")
                .orElse("");
        return request.tellThere(
                        Card.of(
                                of.team().title() + " is nudged on " + TeamNudge.when(after) + ".",
                                new Block.Text(Prose.of(first)),
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
                : Optional.of(edited(before, field, value));
    }

    /** What a form begins with stands for a channel that has no name here. */
    private static Optional<String> kept(TeamNudge of, Map<String, String> given) {
        return of.schedule()
                .filter(schedule -> TeamNudge.channel(schedule).equals(TeamNudge.ITS_CHANNEL))
                .filter(schedule -> TeamNudge.ITS_CHANNEL.equals(given.get(CHANNEL)))
                .map(Schedule::channel);
    }

    private static Optional<String> place(Request request, String channel, Map<String, String> problems) {
        Place place = request.scene().place();
        boolean isHere = channel.equalsIgnoreCase(HERE);
        Optional<String> found = isHere && !place.isDirect() && place.reach() == Place.Reach.INTERNAL
                ? Optional.of(place.written())
                : channel.startsWith("#") && channel.length() > 1
                        ? Optional.of(place.platform() + ":" + channel)
                        : Optional.empty();
        if (found.filter(Agenda::isGeneral).isPresent()) {
            problems.put(CHANNEL, "I never speak unasked where everybody is. Take the team's own channel.");
        } else if (found.isEmpty()) {
            problems.put(
                    CHANNEL,
                    isHere
                            ? "“here” is a channel of yours without outsiders. Say it there, or name one: #growth."
                            : "Name a channel, such as #growth, or say “here” in it.");
        }
        return found;
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

    private static Optional<LocalTime> time(String text) {
        String plain = text.strip().replace('.', ':');
        try {
            return Optional.of(LocalTime.parse(plain.length() == 4 ? "0" + plain : plain));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(TeamNudge of, Map<String, String> given, Map<String, String> problems) {
        String wanted = given.getOrDefault(ZONE, of.zone().getId());
        Optional<String> found = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equalsIgnoreCase(wanted.strip()))
                .findFirst();
        if (found.isEmpty()) {
            problems.put(ZONE, "Give a time zone like Europe/Berlin; an offset would be wrong half of the year.");
        }
        return found.map(ZoneId::of);
    }

    private static Turn daysOff(Request request, Matcher said) {
        String name = said.group(TEAM).replaceFirst("^\\s*(?:for|of)\\s+", "").strip();
        Optional<TeamNudge> team = name.isEmpty() ? Optional.empty() : TeamNudge.named(request, name);
        if (team.isEmpty() && !name.isEmpty()) {
            return TeamNudge.which(request, USAGE);
        }
        boolean may = team.map(TeamNudge::mayBeSetUp).orElse(request.person().keepsRoadmap());
        Optional<List<DaysOff.Day>> days = days(said.group("days"));
        if (days.isEmpty() || (!may && team.isEmpty())) {
            return shown(request);
        }
        if (!may) {
            return team.get().refused(Intent.SETTINGS);
        }
        return daysOff(request, team.map(TeamNudge::team), days.get());
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

    private static Turn daysOff(Request request, Optional<Team> team, List<DaysOff.Day> days) {
        Optional<DaysOff> before = request.roadmap().daysOff(team).stream().findFirst();
        Optional<List<DaysOff.Day>> after = days.isEmpty() ? Optional.empty() : Optional.of(days);
        Change change = before.map(off -> edited(off, DaysOff.DAYS, after))
                .orElseGet(() -> new Change.Added(Kind.DAYS_OFF.item(
                        request.roadmap().nextBeside(Kind.DAYS_OFF),
                        Values.none().with(DaysOff.TEAM, team.map(Team::id)).with(DaysOff.DAYS, after))));
        String whose = team.map(Team::title).orElse("Everybody");
        String told = days.isEmpty()
                ? whose + " has no days off."
                : whose + " is off on " + Phrases.plural(days.size(), "day", "days") + ": "
                        + Phrases.listed(days.stream()
                                .limit(5)
                                .map(day ->
                                        Phrases.day(day.on(), request.scene().today()))
                                .toList())
                        + (days.size() > 5 ? " and more." : ".");
        return request.tellThere(Card.of(told), Answer.of(Intent.SETTINGS))
                .recording(
                        List.of(change),
                        Set.of(change.about().map(id -> id.text()).orElse("")),
                        Optional.empty());
    }

    private static Turn hours(Request request, Matcher said) {
        Optional<LocalTime> from = time(said.group("from"));
        Optional<LocalTime> to = time(said.group("to"));
        boolean isFine = from.isPresent() && to.isPresent() && from.get().isBefore(to.get());
        if (!isFine) {
            return shown(request);
        }
        Preferences wants =
                request.person().preferences().between(Optional.of(new Preferences.Hours(from.get(), to.get())));
        return request.tell(
                        Card.of("I speak to you unasked between " + from.get() + " and " + to.get()
                                + " on working days only."),
                        Answer.of(Intent.SETTINGS))
                .writing(request.person().with(wants));
    }
}
