package throughline.core.ritual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throughline.core.roadmap.Quarter;

class RhythmTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LONG_AHEAD = Instant.parse("2035-12-31T00:00:00Z");

    /** Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Test
    void every_local_week_has_exactly_one_occurrence_in_every_zone() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(6);
        int zones = 0;
        for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
            ZoneId zone = ZoneId.of(id);
            DayOfWeek weekday = DayOfWeek.of(1 + random.nextInt(7));
            LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
            Rhythm rhythm = new Rhythm(new Beat.Weekly(weekday), time, always(zone), Rhythm.WEEKLY_CATCH_UP);
            oncePerWeek(rhythm, zone);
            zones++;
        }
        assertTrue(zones >= 590, zones + " zones");
    }

    private static void oncePerWeek(Rhythm rhythm, ZoneId zone) {
        Set<Period> periods = new HashSet<>();
        List<Occurrence> all = all(rhythm);
        for (Occurrence occurrence : all) {
            LocalDate day = occurrence.due().atZone(zone).toLocalDate();
            assertEquals(Period.weekOf(day), occurrence.period(), () -> zone + " " + occurrence);
            assertTrue(periods.add(occurrence.period()), () -> "twice in " + zone + ": " + occurrence);
        }
        LocalDate first = all.get(0).due().atZone(zone).toLocalDate();
        LocalDate last = all.get(all.size() - 1).due().atZone(zone).toLocalDate();
        for (LocalDate day = first; day.isBefore(last); day = day.plusWeeks(1)) {
            assertTrue(periods.contains(Period.weekOf(day)), "none in " + Period.weekOf(day) + " in " + zone);
        }
        assertTrue(all.size() >= 834, () -> zone + " has " + all.size());
    }

    @Test
    void every_quarter_has_three_reminders_on_working_days_in_every_zone_from_whatever_month_the_year_starts() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        int count = 0;
        for (int i = 0; i < zones.size(); i++) {
            // Each zone with one month, and every hundredth with all: a month is moved to a zone by nothing but the
            // offset.
            for (Month starts : i % 100 == 0 ? Month.values() : new Month[] {Month.of(1 + i % 12)}) {
                Working working = Working.in(ZoneId.of(zones.get(i))).without(holidays(random));
                count += threePerQuarter(Beat.Quarterly.review(starts, working), working);
            }
        }
        assertTrue(count >= 590 * 60 * 3, count + " reminders");
    }

    /** Single days all over the years, and some weeks at the end of the years in which nobody works. */
    private static Set<LocalDate> holidays(RandomGenerator random) {
        Set<LocalDate> off = new HashSet<>();
        for (int year = 2020; year <= 2036; year++) {
            int of = year;
            random.ints(8, 1, 366).forEach(day -> off.add(LocalDate.ofYearDay(of, day)));
            LocalDate end = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
            end.minusDays(random.nextInt(16)).datesUntil(end.plusDays(1)).forEach(off::add);
        }
        return off;
    }

    private static int threePerQuarter(Beat.Quarterly beat, Working working) {
        Rhythm rhythm = new Rhythm(beat, LocalTime.of(9, 30), working, Rhythm.QUARTERLY_CATCH_UP);
        Map<Quarter, List<Occurrence>> byQuarter = new TreeMap<>();
        all(rhythm)
                .forEach(one -> byQuarter
                        .computeIfAbsent(one.period().quarter().orElseThrow(), quarter -> new ArrayList<>())
                        .add(one));
        // The quarters in which the years begin and end are not whole.
        List<Quarter> whole = byQuarter.keySet().stream()
                .filter(quarter ->
                        quarter.from().getYear() >= 2020 && quarter.to().isBefore(LocalDate.of(2035, 12, 1)))
                .toList();
        for (Quarter quarter : whole) {
            List<LocalDate> days = byQuarter.get(quarter).stream()
                    .map(one -> one.due().atZone(working.zone()).toLocalDate())
                    .toList();
            Supplier<String> told = () -> working.zone() + " " + quarter + " " + days;
            assertEquals(3, Set.copyOf(days).size(), told);
            assertEquals(3, days.size(), told);
            assertTrue(days.stream().allMatch(working::isWorkday), told);
            assertEquals(beat.end(quarter), days.get(2), told);
            assertTrue(
                    days.get(2).plusDays(1).datesUntil(quarter.to().plusDays(1)).noneMatch(working::isWorkday), told);
            assertTrue(days.get(0).isBefore(days.get(1)) && days.get(1).isBefore(days.get(2)), told);
        }
        assertTrue(whole.size() >= 60, working.zone() + " has " + whole.size());
        return whole.size() * 3;
    }

    @Test
    void reminders_move_to_working_days_of_their_own() {
        Set<LocalDate> christmas = new HashSet<>(
                LocalDate.of(2026, 12, 24).datesUntil(LocalDate.of(2027, 1, 1)).toList());
        assertEquals(List.of("2026-12-09", "2026-12-16", "2026-12-23"), days(christmas));
        assertEquals(List.of("2026-12-17", "2026-12-24", "2026-12-31"), days(Set.of()));
        assertEquals(
                List.of("2026-12-18", "2026-12-28", "2026-12-31"),
                days(Set.of(LocalDate.of(2026, 12, 17), LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25))));
        // Nobody works from the 22nd to the 30th: what would fall there comes before.
        assertEquals(
                List.of("2026-12-17", "2026-12-21", "2026-12-31"),
                days(new HashSet<>(LocalDate.of(2026, 12, 22)
                        .datesUntil(LocalDate.of(2026, 12, 31))
                        .toList())));
    }

    private static List<String> days(Set<LocalDate> off) {
        Beat beat = Beat.Quarterly.review(Month.JANUARY, Working.in(BERLIN).without(off));
        return Stream.iterate(
                        beat.from(LocalDate.of(2026, 11, 1)),
                        day -> beat.from(day.date().plusDays(1)))
                .limit(3)
                .map(day -> day.date().toString())
                .toList();
    }

    @Test
    void a_fiscal_year_that_is_moved_repeats_no_quarter() {
        Working working = Working.in(BERLIN);
        Rhythm.Story december = new Rhythm.Story("review", "p1", LONG_AGO, Optional.of(new Period("2026-Q4+3")));
        Rhythm fiscal = new Rhythm(
                Beat.Quarterly.review(Month.FEBRUARY, working),
                LocalTime.of(9, 30),
                working,
                Rhythm.QUARTERLY_CATCH_UP);
        Due due = fiscal.due(december, local("2027-01-04T10:00"));
        assertEquals(
                Optional.of("2027-M01+1"), due.next().map(one -> one.period().id()));
        Rhythm.Story january = new Rhythm.Story("review", "p1", LONG_AGO, Optional.of(new Period("2027-M01+3")));
        Rhythm calendar = new Rhythm(
                Beat.Quarterly.review(Month.JANUARY, working), LocalTime.of(9, 30), working, Rhythm.QUARTERLY_CATCH_UP);
        assertEquals(
                Optional.of("2027-Q1+1"),
                calendar.due(january, local("2027-02-01T10:00"))
                        .next()
                        .map(one -> one.period().id()));
    }

    /** Goes through the years as the bot does: what is next, when it is due, what is next then. */
    private static List<Occurrence> all(Rhythm rhythm) {
        List<Occurrence> all = new ArrayList<>();
        Rhythm.Story story = new Rhythm.Story("nudge", "TM1", LONG_AGO, Optional.empty());
        Instant now = LONG_AGO;
        while (true) {
            Due due = rhythm.due(story, now);
            assertEquals(List.of(), due.skipped());
            if (due.ready().isPresent()) {
                Occurrence ready = due.ready().get();
                all.add(ready);
                story = new Rhythm.Story("nudge", "TM1", LONG_AGO, Optional.of(ready.period()));
            }
            now = due.next().orElseThrow().due();
            if (now.isAfter(LONG_AHEAD)) {
                return all;
            }
        }
    }

    @Test
    void a_gap_moves_forward_and_an_overlap_takes_the_first() {
        Rhythm rhythm = new Rhythm(
                new Beat.Weekly(DayOfWeek.SUNDAY), LocalTime.of(2, 30), always(BERLIN), Rhythm.WEEKLY_CATCH_UP);
        assertEquals(local("2026-03-29T03:30"), next(rhythm, "2026-03-28T00:00:00Z"));
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), next(rhythm, "2026-10-24T00:00:00Z"));
    }

    @Test
    void the_end_of_one_year_and_the_beginning_of_the_next_are_one_week() {
        assertEquals("2026-W53", Period.weekOf(LocalDate.of(2026, 12, 31)).id());
        assertEquals("2026-W53", Period.weekOf(LocalDate.of(2027, 1, 3)).id());
        assertEquals(Optional.of(LocalDate.of(2026, 12, 28)), new Period("2026-W53").monday());
        assertEquals(Optional.of(LocalDate.of(2027, 1, 4)), new Period("2027-W01").monday());
    }

    @Test
    void after_two_hours_without_the_bot_it_is_said_once() {
        Due due = mondays().due(story("2026-W46"), local("2026-11-16T11:30"));
        assertEquals(Optional.of("nudge:TM1:2026-W47"), due.ready().map(Occurrence::id));
        assertEquals(List.of(), due.skipped());
        assertEquals(local("2026-11-23T09:30"), due.next().orElseThrow().due());
        Due again = mondays().due(story("2026-W47"), local("2026-11-16T11:31"));
        assertEquals(Optional.empty(), again.ready());
        assertEquals(List.of(), again.skipped());
    }

    @Test
    void after_25_hours_it_is_skipped_and_recorded() {
        Due due = mondays().due(story("2026-W46"), local("2026-11-17T10:30"));
        assertEquals(Optional.empty(), due.ready());
        assertEquals(List.of("2026-W47 LATE"), skipped(due));
    }

    @Test
    void after_8_days_both_weeks_are_skipped_and_recorded() {
        Due due = mondays().due(story("2026-W46"), local("2026-11-24T10:30"));
        assertEquals(Optional.empty(), due.ready());
        assertEquals(List.of("2026-W47 LATE", "2026-W48 LATE"), skipped(due));
        Due inTime = mondays().due(story("2026-W46"), local("2026-11-23T20:00"));
        assertEquals(
                Optional.of("2026-W48"), inTime.ready().map(one -> one.period().id()));
        assertEquals(List.of("2026-W47 LATE"), skipped(inTime));
    }

    @Test
    void of_two_reminders_that_are_good_for_a_week_only_the_later_is_said() {
        Rhythm review = new Rhythm(
                Beat.Quarterly.review(Month.JANUARY, Working.in(BERLIN)),
                LocalTime.of(9, 30),
                Working.in(BERLIN),
                Rhythm.QUARTERLY_CATCH_UP);
        Rhythm.Story story = new Rhythm.Story("review", "p1", LONG_AGO, Optional.of(new Period("2026-Q3+3")));
        assertEquals(
                local("2026-12-17T09:30"),
                review.due(story, local("2026-11-20T09:00"))
                        .next()
                        .orElseThrow()
                        .due());
        Due due = review.due(story, local("2026-12-24T09:30"));
        assertEquals(
                Optional.of("2026-Q4+2"), due.ready().map(one -> one.period().id()));
        assertEquals(List.of("2026-Q4+1 OVERTAKEN"), skipped(due));
    }

    @Test
    void a_schedule_that_is_edited_after_this_weeks_post_does_not_post_again() {
        Rhythm friday = new Rhythm(
                new Beat.Weekly(DayOfWeek.FRIDAY), LocalTime.of(9, 30), Working.in(BERLIN), Rhythm.WEEKLY_CATCH_UP);
        Due due = friday.due(story("2026-W47"), local("2026-11-20T09:30"));
        assertEquals(Optional.empty(), due.ready());
        assertEquals(List.of(), due.skipped());
        assertEquals(local("2026-11-27T09:30"), due.next().orElseThrow().due());
    }

    @Test
    void what_was_due_before_it_was_set_up_does_not_count() {
        Rhythm.Story fresh = new Rhythm.Story("nudge", "TM1", local("2026-11-16T10:00"), Optional.empty());
        Due due = mondays().due(fresh, local("2026-11-16T10:05"));
        assertEquals(Optional.empty(), due.ready());
        assertEquals(List.of(), due.skipped());
        assertEquals(local("2026-11-23T09:30"), due.next().orElseThrow().due());
    }

    @Test
    void a_holiday_moves_it_to_the_next_working_morning_of_its_week() {
        Rhythm rhythm = mondays(Set.of(MONDAY, MONDAY.plusDays(1)));
        Due due = rhythm.due(story("2026-W46"), local("2026-11-16T09:30"));
        assertEquals(Optional.empty(), due.ready());
        assertEquals(local("2026-11-18T09:30"), due.next().orElseThrow().due());
        assertEquals("2026-W47", due.next().orElseThrow().period().id());
    }

    @Test
    void a_week_of_holidays_is_skipped_and_recorded() {
        Set<LocalDate> week =
                new HashSet<>(MONDAY.datesUntil(MONDAY.plusDays(5)).toList());
        Due due = mondays(week).due(story("2026-W46"), local("2026-11-16T09:30"));
        assertEquals(Optional.empty(), due.ready());
        assertEquals(List.of("2026-W47 NO_WORKDAY"), skipped(due));
        assertEquals(local("2026-11-23T09:30"), due.next().orElseThrow().due());
    }

    private static Working always(ZoneId zone) {
        return new Working(zone, Set.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.MAX, Set.of());
    }

    private static Rhythm mondays() {
        return mondays(Set.of());
    }

    private static Rhythm mondays(Set<LocalDate> off) {
        return new Rhythm(
                new Beat.Weekly(DayOfWeek.MONDAY),
                LocalTime.of(9, 30),
                Working.in(BERLIN).without(off),
                Rhythm.WEEKLY_CATCH_UP);
    }

    private static Rhythm.Story story(String last) {
        return new Rhythm.Story("nudge", "TM1", LONG_AGO, Optional.of(new Period(last)));
    }

    private static Instant next(Rhythm rhythm, String after) {
        Instant now = Instant.parse(after);
        return rhythm.due(new Rhythm.Story("nudge", "TM1", now, Optional.empty()), now)
                .next()
                .orElseThrow()
                .due();
    }

    private static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
    }

    private static List<String> skipped(Due due) {
        return due.skipped().stream()
                .map(one -> one.occurrence().period() + " " + one.reason())
                .toList();
    }
}
