package throughline.core.ritual;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.core.conversation.Place;
import throughline.core.people.Person;
import throughline.core.people.Preferences;
import throughline.core.roadmap.DaysOff;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Quarters;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Schedule;
import throughline.core.roadmap.Team;

/**
 * What the settings that are kept beside the roadmap mean: rhythms, working hours and wishes.
 *
 * @param holidays days off of everybody that no setting has, such as those of a calendar file
 */
public record Agenda(Roadmap roadmap, Set<LocalDate> holidays) {
    private static final Set<String> GENERAL =
            Set.of("general", "allgemein", "all", "everyone", "company", "announcements");

    public Agenda {
        holidays = Set.copyOf(holidays);
    }

    /** The team of a schedule; empty if it is gone. */
    public Optional<Team> team(Schedule schedule) {
        return roadmap.find(schedule.team(), Team.class);
    }

    /** What of a team's schedule fell due. */
    public Due due(Schedule schedule, Optional<Period> last, Instant now) {
        Rhythm.Story story =
                new Rhythm.Story(schedule.ritual().written(), schedule.team().text(), schedule.since(), last);
        return rhythm(schedule).due(story, now);
    }

    public Rhythm rhythm(Schedule schedule) {
        return new Rhythm(
                new Beat.Weekly(schedule.weekday()),
                schedule.time(),
                working(schedule.zone(), team(schedule)),
                Rhythm.WEEKLY_CATCH_UP);
    }

    /** Quarterly reviews are announced where the person is. */
    public Rhythm reviews(Person person) {
        return new Rhythm(beat(person), LocalTime.of(9, 30), working(person), Rhythm.QUARTERLY_CATCH_UP);
    }

    private Beat.Quarterly beat(Person person) {
        return Beat.Quarterly.review(Quarters.starts(roadmap), working(person));
    }

    /** The day on which somebody's review of a quarter should be done: the last one on which the person works in it. */
    public LocalDate reviewDay(Person person, Quarter quarter) {
        return beat(person).end(quarter);
    }

    /** When somebody may be spoken to; where nobody knows a person's zone, that of the team. */
    public Working working(Person person) {
        Optional<Team> team = teamOf(person);
        ZoneId zone = person.zone().or(() -> team.flatMap(this::zone)).orElse(ZoneOffset.UTC);
        Working usual = working(zone, team);
        return person.preferences()
                .hours()
                .map(hours -> usual.between(hours.from(), hours.to()))
                .orElse(usual);
    }

    private Optional<ZoneId> zone(Team team) {
        return team.values()
                .find(Team.ZONE)
                .or(() -> roadmap.schedule(Schedule.Ritual.NUDGE, team).map(Schedule::zone));
    }

    private Optional<Team> teamOf(Person person) {
        return roadmap.teams().stream()
                .filter(team -> team.members().contains(person.id())
                        || team.owner().filter(person.id()::equals).isPresent())
                .findFirst();
    }

    private Working working(ZoneId zone, Optional<Team> team) {
        Set<LocalDate> off = new HashSet<>(holidays);
        roadmap.daysOff(Optional.empty()).stream().map(DaysOff::dates).forEach(off::addAll);
        team.ifPresent(of -> roadmap.daysOff(team).stream().map(DaysOff::dates).forEach(off::addAll));
        return Working.in(zone).without(off);
    }

    /** What a team wants to hear. */
    public static Wants wants(Schedule schedule) {
        Map<ItemId, LocalDate> items = schedule.items().stream()
                .collect(Collectors.toMap(Schedule.Snoozed::item, Schedule.Snoozed::until, (earlier, later) -> later));
        return new Wants(schedule.isOff() || schedule.paused().isPresent(), schedule.snoozed(), items);
    }

    /** What somebody wants to hear. */
    public static Wants wants(Person person) {
        Preferences preferences = person.preferences();
        Map<ItemId, LocalDate> items = preferences.items().stream()
                .collect(Collectors.toMap(
                        one -> new ItemId(one.item()), Preferences.Snoozed::until, (earlier, later) -> later));
        return new Wants(preferences.isOff(), preferences.snoozed(), items);
    }

    /** Whether a channel is one that everybody is in, by its name as people write it. */
    public static boolean isGeneral(String channel) {
        String name = channel.substring(channel.lastIndexOf(':') + 1).replace("#", "");
        return GENERAL.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * How many of a team's last nudges nobody answered, in a row.
     *
     * @param said the weeks in which it was nudged, oldest first; only those since the schedule was set up or switched on count
     */
    public int unanswered(Schedule schedule, List<Period> said) {
        Optional<Team> team = team(schedule);
        int count = 0;
        for (int i = said.size() - 1; i >= 0 && team.isPresent() && counts(schedule, said.get(i)); i--) {
            if (!roadmap.alignment(team.get(), said.get(i).id()).isEmpty()) {
                return count;
            }
            count++;
        }
        return count;
    }

    private static boolean counts(Schedule schedule, Period week) {
        LocalDate since = schedule.since().atZone(schedule.zone()).toLocalDate();
        return week.compareTo(Period.weekOf(since)) >= 0;
    }

    /**
     * Whether a team may be nudged now.
     *
     * @param past what is known of earlier nudges
     * @param place where it is said, with who reads along
     */
    public Verdict verdict(Schedule schedule, Occurrence occurrence, Etiquette.Past past, Place place, Instant now) {
        Etiquette.Channel channel = new Etiquette.Channel(
                working(schedule.zone(), team(schedule)),
                wants(schedule),
                past,
                true,
                isGeneral(schedule.channel())
                        || place.name().filter(Agenda::isGeneral).isPresent(),
                place.reach() == Place.Reach.INTERNAL);
        Wish wish = new Wish(occurrence.id(), Wish.Topic.NUDGE, Set.of(), List.of());
        return Etiquette.toChannel(wish, channel, occurrence.until(), now);
    }
}
