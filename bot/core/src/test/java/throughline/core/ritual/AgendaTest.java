package throughline.core.ritual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.Place;
import throughline.core.people.Person;
import throughline.core.people.Preferences;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.DaysOff;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Schedule;

class AgendaTest {
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 23);
    private static final Place INSIDE = new Place("local", "#growth", Optional.empty(), Place.Reach.INTERNAL);
    private static final Schedule GROWTH = (Schedule) Acme.item(
            Kind.SCHEDULE,
            "N1",
            v -> v.with(Schedule.RITUAL, Schedule.Ritual.NUDGE)
                    .with(Schedule.TEAM, new ItemId("TM1"))
                    .with(Schedule.CHANNEL, "local:#growth")
                    .with(Schedule.WEEKDAY, DayOfWeek.MONDAY)
                    .with(Schedule.TIME, LocalTime.of(9, 30))
                    .with(Schedule.ZONE, ZoneId.of("Europe/Berlin"))
                    .with(Schedule.SINCE, Instant.parse("2026-10-28T10:00:00Z")));

    @Test
    void a_teams_and_everybodys_days_off_and_those_of_a_calendar_move_the_nudge() {
        assertEquals(Optional.of("2026-11-23T08:30:00Z"), next(new Agenda(roadmap(), Set.of())));
        assertEquals(Optional.of("2026-11-24T08:30:00Z"), next(new Agenda(roadmap(), Set.of(HOLIDAY))));
        assertEquals(Optional.of("2026-11-24T08:30:00Z"), next(new Agenda(roadmap(off(Optional.empty())), Set.of())));
        assertEquals(
                Optional.of("2026-11-24T08:30:00Z"),
                next(new Agenda(roadmap(off(Optional.of(new ItemId("TM1")))), Set.of())));
        assertEquals(
                Optional.of("2026-11-23T08:30:00Z"),
                next(new Agenda(roadmap(off(Optional.of(new ItemId("TM2")))), Set.of())));
    }

    @Test
    void unanswered_nudges_are_counted_back_to_the_last_answer() {
        List<Period> said = List.of(new Period("2026-W45"), new Period("2026-W46"), new Period("2026-W47"));
        assertEquals(3, new Agenda(roadmap(), Set.of()).unanswered(GROWTH, said));
        assertEquals(1, new Agenda(roadmap(answer("2026-W46")), Set.of()).unanswered(GROWTH, said));
        assertEquals(0, new Agenda(roadmap(answer("2026-W47")), Set.of()).unanswered(GROWTH, said));
    }

    @Test
    void nudges_before_it_was_switched_on_again_do_not_count() {
        Schedule again = (Schedule) GROWTH.with(Schedule.SINCE, Optional.of(Instant.parse("2026-11-17T10:00:00Z")));
        List<Period> said = List.of(new Period("2026-W45"), new Period("2026-W46"), new Period("2026-W47"));
        assertEquals(1, new Agenda(roadmap(), Set.of()).unanswered(again, said));
    }

    @Test
    void after_two_unanswered_the_lead_hears_it_and_nobody_else_anything() {
        Agenda agenda = new Agenda(roadmap(), Set.of());
        Instant now = Instant.parse("2026-11-23T08:30:00Z");
        Occurrence due = agenda.due(GROWTH, Optional.of(new Period("2026-W47")), now)
                .ready()
                .orElseThrow();
        Verdict verdict = agenda.verdict(GROWTH, due, new Etiquette.Past(2, false, Optional.empty()), INSIDE, now);
        assertEquals(List.of(), verdict.say());
        assertTrue(verdict.tellsLead());
        assertFalse(
                agenda.verdict(GROWTH, due, Etiquette.Past.NONE, INSIDE, now).tellsLead());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local:#general", "slack:#General", "#general", "general"})
    void the_general_channel_is_known_by_its_name(String channel) {
        assertTrue(Agenda.isGeneral(channel));
        assertFalse(Agenda.isGeneral("local:#growth"));
    }

    @Test
    void who_tells_no_zone_works_where_the_team_does() {
        Person priya = Acme.people().find(Acme.PRIYA).orElseThrow();
        Person nowhere = new Person(
                priya.id(),
                priya.name(),
                priya.roles(),
                Optional.empty(),
                priya.details(),
                priya.accounts(),
                Optional.empty());
        Item tokyo = GROWTH.with(Schedule.ZONE, Optional.of(ZoneId.of("Asia/Tokyo")));
        assertEquals(
                ZoneId.of("Asia/Tokyo"),
                new Agenda(roadmap(tokyo), Set.of()).working(nowhere).zone());
        assertEquals(
                ZoneId.of("Europe/Berlin"),
                new Agenda(roadmap(tokyo), Set.of()).working(priya).zone());
    }

    @Test
    void own_hours_count_before_the_usual_ones() {
        Person maya = Acme.people().find(Acme.MAYA).orElseThrow();
        Preferences.Hours hours = new Preferences.Hours(LocalTime.of(10, 0), LocalTime.of(14, 0));
        Person late = maya.with(Preferences.NONE.between(Optional.of(hours)));
        Agenda agenda = new Agenda(roadmap(), Set.of());
        Instant nine = Instant.parse("2026-11-20T08:00:00Z");
        assertTrue(agenda.working(maya).isWorking(nine));
        assertFalse(agenda.working(late).isWorking(nine));
        assertEquals(
                Optional.of(Instant.parse("2026-11-20T09:00:00Z")),
                agenda.working(late).nextMorning(nine));
        assertEquals(LocalTime.of(9, 30), agenda.reviews(late).time());
    }

    private static Optional<String> next(Agenda agenda) {
        return agenda.due(GROWTH, Optional.of(new Period("2026-W47")), Acme.NOW)
                .next()
                .map(one -> one.due().toString());
    }

    private static Item off(Optional<ItemId> team) {
        return Acme.item(
                Kind.DAYS_OFF,
                "H1",
                v -> v.with(DaysOff.TEAM, team)
                        .with(DaysOff.DAYS, List.of(new DaysOff.Day(HOLIDAY, Optional.of("Day of thanks")))));
    }

    private static Item answer(String week) {
        return Acme.item(
                Kind.ALIGNMENT,
                "A1",
                v -> v.with(Alignment.TEAM, new ItemId("TM1"))
                        .with(Alignment.WEEK, week)
                        .with(Alignment.ABOUT, new ItemId("I4"))
                        .with(Alignment.BY, Acme.MAYA)
                        .with(Alignment.ON, HOLIDAY)
                        .with(Alignment.STATE, Alignment.State.ON_TRACK));
    }

    private static Roadmap roadmap(Item... more) {
        return Acme.roadmap()
                .withAll(List.of(more).stream()
                        .map(item -> new Roadmap.Placed(item, Acme.IMPORTED))
                        .toList());
    }
}
