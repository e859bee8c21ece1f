package throughline.core.assistant;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Place;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.ritual.Agenda;
import throughline.core.ritual.Basis;
import throughline.core.ritual.Period;
import throughline.core.ritual.Wants;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Team;
import throughline.core.roadmap.Values;
import throughline.core.view.Phrases;

/** A team and what is set up for it, as whoever asks sees it. */
record TeamNudge(Request request, Team team) {
    static final String ITS_CHANNEL = "the team's channel";

    /** The team that is named; in a team's own channel that team if none is. */
    static Optional<TeamNudge> named(Request request, String name) {
        Optional<Team> team = name.isBlank()
                ? here(request)
                : Names.in(request.roadmap()).only(Kind.TEAM).whole(name).map(Team.class::cast);
        return team.map(found -> new TeamNudge(request, found));
    }

    private static Optional<Team> here(Request request) {
        List<Team> here = allHere(request);
        return here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
    }

    private static List<Team> allHere(Request request) {
        Place place = request.scene().place();
        return request.roadmap().schedules().stream()
                .filter(schedule -> !place.isDirect() && place.isWritten(schedule.channel()))
                .flatMap(schedule -> request.roadmap().find(schedule.team(), Team.class).stream())
                .distinct()
                .toList();
    }

    /**
     * Asks back where nobody named a team and several are nudged.
     *
     * @param command what is meant, without the team
     */
    static Optional<Turn> ofSeveral(Request request, String name, String command, Intent intent) {
        List<Team> here = name.isBlank() ? allHere(request) : List.of();
        return here.size() < 2
                ? Optional.empty()
                : Optional.of(request.tell(
                        Card.of(
                                "Which team? " + here.size() + " are nudged here.",
                                new Block.Buttons(here.stream()
                                        .limit(Subject.MOST)
                                        .map(team -> Actions.ask(
                                                Phrases.clipped(team.title(), 40), command + " " + team.title()))
                                        .toList())),
                        Answer.of(intent)));
    }

    /** The person's own team, or the only one there is. */
    static Optional<TeamNudge> own(Request request) {
        Person person = request.person();
        List<Team> all = request.roadmap().teams().first(2);
        return request.roadmap().teams().stream()
                .filter(team -> team.members().contains(person.id())
                        || team.owner().filter(person.id()::equals).isPresent())
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty())
                .map(team -> new TeamNudge(request, team));
    }

    static Turn which(Request request, Usage usage) {
        return request.tell(
                Card.of(
                        "Which team? I know none by that name.",
                        new Block.Text(Prose.of("Type " + usage.typed() + ".")),
                        Block.Buttons.of(Actions.ask("Show the teams", "team"))),
                Answer.of(usage.intent()));
    }

    Optional<Schedule> schedule() {
        return request.roadmap().schedule(Schedule.Ritual.NUDGE, team);
    }

    /** As plans and diaries have it. */
    String ritual() {
        return Rounds.ritual(team.id().text());
    }

    /** What is set up where nobody says otherwise. */
    Schedule usual() {
        Values values = Values.none()
                .with(Schedule.RITUAL, Schedule.Ritual.NUDGE)
                .with(Schedule.TEAM, team.id())
                .with(Schedule.CHANNEL, request.scene().place().written())
                .with(Schedule.WEEKDAY, DayOfWeek.MONDAY)
                .with(Schedule.TIME, LocalTime.of(9, 30))
                .with(Schedule.ZONE, zone())
                .with(Schedule.SINCE, request.scene().now());
        return (Schedule) Kind.SCHEDULE.item(request.roadmap().nextBeside(Kind.SCHEDULE), values);
    }

    ZoneId zone() {
        return schedule()
                .map(Schedule::zone)
                .or(() -> team.values().find(Team.ZONE))
                .orElseGet(() -> request.scene().zone());
    }

    LocalDate today() {
        return request.scene().now().atZone(zone()).toLocalDate();
    }

    Basis basis(Period week, Optional<Instant> since) {
        return new Basis(
                request.roadmap(),
                request.scene().history(),
                request.scene().people(),
                zone(),
                request.scene().now(),
                week,
                since,
                schedule().map(Agenda::wants).orElse(Wants.ALL));
    }

    /** A PM, the team's lead or an admin. */
    boolean mayBeSetUp() {
        Person person = request.person();
        return person.keepsRoadmap() || team.owner().filter(person.id()::equals).isPresent();
    }

    Turn refused(Intent intent) {
        String lead = team.owner()
                .map(id -> request.scene().people().fullName(id) + " leads it. ")
                .orElse("");
        Item item = team;
        return request.tell(
                Card.of(
                        "Only a PM, the team's lead or an admin sets this up for " + team.title()
                                + ". Nothing was changed.",
                        new Block.Text(Prose.of(lead + "“nudge off” in our own chat is about what I tell you alone.")),
                        Block.Buttons.of(Actions.ask("What is set up?", "settings"))),
                Subject.about(intent, item));
    }

    Turn notSetUp(Intent intent) {
        Item item = team;
        return request.tell(
                Card.of(
                        team.title() + " gets no nudge: nobody set it up.",
                        Block.Buttons.of(Actions.ask("Set it up", "settings nudge " + team.title()))),
                Subject.about(intent, item));
    }

    /** "Mondays at 09:30 in #growth (Europe/Berlin)". */
    static String when(Schedule schedule) {
        return schedule.weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s at " + schedule.time() + " in "
                + channel(schedule) + " (" + schedule.zone() + ")";
    }

    /** As people know it: by its name, or, where it was set up with “here”, as the team's. */
    static String channel(Schedule schedule) {
        String named = schedule.channel().substring(schedule.channel().indexOf(':') + 1);
        return named.startsWith("#") ? named : ITS_CHANNEL;
    }

    String day(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ", " + Phrases.day(day, today());
    }
}
