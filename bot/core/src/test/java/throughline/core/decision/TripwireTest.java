package throughline.core.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.question.Names;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;
import throughline.core.roadmap.Tripwire;

/** O1-KR2, 7-day activation, is 46 %; O2-KR1, tickets per account, is 1.7; O3-KR1 was never measured. */
class TripwireTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Roadmap ROADMAP = Acme.roadmap();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "O2-KR1 < 1.2 | O2-KR1 < 1.2",
                "o2-kr1 <1.2 | O2-KR1 < 1.2",
                "revisit if O2-KR1 falls below 1.2. | O2-KR1 < 1.2",
                "tickets per account under 1.2 | O2-KR1 < 1.2",
                "when tickets per account drops to 1.2 | O2-KR1 ≤ 1.2",
                "O2-KR1 <= 1.2 | O2-KR1 ≤ 1.2",
                "O2-KR1 is at most 1.2 | O2-KR1 ≤ 1.2",
                "O1-KR2 passes 55 % by 2027-03-31 | O1-KR2 > 55 % by 2027-03-31",
                "O1-KR2 passes 40 % | O1-KR2 < 40 %",
                "O1-KR2 reaches 55% by Q1 2027 | O1-KR2 ≥ 55% by 2027-03-31",
                "O1-KR2 is more than 50 percent | O1-KR2 > 50 percent",
                "7-day activation > 50 | O1-KR2 > 50",
                "≥ 50 | O1-KR2 ≥ 50",
                "at least 50 by end of March | O1-KR2 ≥ 50 by 2027-03-31",
                "it exceeds 50 % within 6 weeks | O1-KR2 > 50 % by 2027-01-01",
                "O1-KR2 < 55 % by 2027-03-31 | O1-KR2 < 55 % on 2027-03-31",
                "O1-KR2 is still below 50 % on 31 March 2027 | O1-KR2 < 50 % on 2027-03-31",
                "O1-KR2 is still below 40 % by 31 March 2027 | O1-KR2 < 40 % on 2027-03-31",
                "O3-KR1 ≥ 30 % | O3-KR1 ≥ 30 %",
                "O3-KR1 > 30 % in March | O3-KR1 > 30 % by 2027-03-31",
                "O3-KR1 > 30 % within Q1 | O3-KR1 > 30 % by 2027-03-31",
                "O1-KR2 falls below 40% this quarter | O1-KR2 < 40% by 2026-12-31",
                "O1-KR2 passes 55 % before Q2 2027 | O1-KR2 > 55 % by 2027-03-31",
                "O1-KR2 passes 55 % before April | O1-KR2 > 55 % by 2027-03-31",
                "O1-KR2 passes 55 % before 2027-04-01 | O1-KR2 > 55 % by 2027-03-31",
                "O1-KR2 passes 55 % before the end of Q1 2027 | O1-KR2 > 55 % by 2027-03-30",
                "O2-KR1 > 5 tickets in total | O2-KR1 > 5 tickets in total",
                "30 Sept 2027 | 2027-09-30",
                "2027-03-31 | 2027-03-31",
                "on 31 March 2027 | 2027-03-31",
                "31. March | 2027-03-31",
                "31.3.2027 | 2027-03-31",
                "March 31, 2027 | 2027-03-31",
                "by Mar 2027 | 2027-03-31",
                "Q1 | 2027-03-31",
                "H1 2027 | 2027-06-30",
                "2027-H1 | 2027-06-30",
                "in 3 months | 2027-02-20",
                "next quarter | 2027-03-31",
                "end of the year | 2026-12-31",
                "O1-KR2 > 50 % or 2027-06-30 | O1-KR2 > 50 % or 2027-06-30",
            })
    void what_people_write_is_read(String typed, String kept) {
        Tripwire tripwire = understood(typed);
        assertEquals(kept, ReadTripwire.written(tripwire));
        assertEquals(kept, ReadTripwire.written(understood(kept)), "what is written is read as the same");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Write a key result and a figure, or a day",
                "marketing | Write a key result and a figure, or a day",
                "5 decisions | Write a key result and a figure, or a day",
                "O3-KR1 > 5 % by Easter | I know no day “Easter”.",
                "three renewals name it | Write a key result and a figure, or a day",
                "O1-KR2 improves | Write a key result and a figure, or a day",
                "churn < 3 % | I find no key result called “churn”",
                "O1-KR2 > 40 % | O1-KR2 is 46% already. Say on which day to look",
                "O1-KR2 stays below 50 % | O1-KR2 is 46% already. Say on which day to look",
                "O1-KR2 stays above 50 % | Say on which day to look",
                "O1-KR2 < 8 weeks | O1-KR2 is measured as 46%, which can't be compared with 8 weeks",
                "2026-11-20 | 20 November 2026 is not ahead of us",
                "O1-KR2 > 50 % by 2026-11-01 | 1 November 2026 is not ahead of us",
                "2027-02-31 | Write a key result and a figure, or a day",
                "O1-KR2 > 50 % or O2-KR1 < 1.2 | I watch one key result, and one day",
                "O1-KR2 > 50 % or the moon is full | Write a key result and a figure",
            })
    void what_can_not_be_watched_is_told(String typed, String problem) {
        ReadTripwire.Read read = reading(Optional.of("O1-KR2")).of(typed);
        String words = assertInstanceOf(ReadTripwire.Read.Problem.class, read).words();
        assertTrue(words.startsWith(problem), words);
    }

    @Test
    void a_figure_alone_needs_a_key_result() {
        ReadTripwire.Read read = reading(Optional.empty()).of("≥ 40");
        assertEquals(new ReadTripwire.Read.Problem("Which key result? Write it first: O2-KR1 ≥ 40"), read);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 100_000})
    void long_texts_are_refused_at_once(int length) {
        String text = "is ".repeat(length) + "1" + " or ".repeat(length);
        assertInstanceOf(
                ReadTripwire.Read.Problem.class, reading(Optional.of("O1-KR2")).of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "O2-KR1 < 1.2 | when tickets per account (O2-KR1) falls below 1.2",
                "O1-KR2 passes 55 % by 2027-03-31 | when 7-day activation (O1-KR2) passes 55 % by 31 March 2027",
                "O1-KR2 < 55 % by 2027-03-31 | when 7-day activation (O1-KR2) is still below 55 % on 31 March 2027",
                "2027-03-31 | on 31 March 2027",
                "≥ 50 or Q2 2027 | when 7-day activation (O1-KR2) reaches 50, on 30 June 2027 at the latest",
            })
    void it_is_told_back_in_words(String typed, String told) {
        assertEquals(told, new Wire(ROADMAP, understood(typed)).told());
    }

    @Test
    void a_check_in_trips_it() {
        Tripwire tripwire = understood("O1-KR2 passes 55 % by 2027-03-31");
        assertEquals(Wire.WAITING, new Wire(ROADMAP, tripwire).on(TODAY));
        assertEquals(Wire.WAITING, new Wire(measured("O1-KR2", "55 %", "2027-01-10"), tripwire).on(day("2027-01-10")));
        assertEquals(
                new Wire.Outcome.Tripped("7-day activation (O1-KR2) is 56 %"),
                new Wire(measured("O1-KR2", "56 %", "2027-01-10"), tripwire).on(day("2027-01-10")));
    }

    @Test
    void after_its_term_the_decision_stands() {
        Tripwire tripwire = understood("O1-KR2 passes 55 % by 2027-03-31");
        assertEquals(Wire.WAITING, new Wire(ROADMAP, tripwire).on(day("2027-03-31")));
        assertEquals(Wire.LAPSED, new Wire(ROADMAP, tripwire).on(day("2027-04-01")));
        Roadmap late = measured("O1-KR2", "56 %", "2027-04-02");
        assertEquals(
                Wire.LAPSED, new Wire(late, tripwire).on(day("2027-04-02")), "what is measured later does not count");
        Roadmap inTime = measured("O1-KR2", "56 %", "2027-03-30");
        assertInstanceOf(
                Wire.Outcome.Tripped.class, new Wire(inTime, tripwire).on(day("2027-04-02")), "looked at too late");
    }

    @Test
    void what_is_so_already_is_looked_at_on_the_day() {
        Tripwire tripwire = understood("O1-KR2 < 55 % by 2027-03-31");
        assertEquals(Wire.WAITING, new Wire(ROADMAP, tripwire).on(day("2027-03-30")));
        assertInstanceOf(Wire.Outcome.Tripped.class, new Wire(ROADMAP, tripwire).on(day("2027-03-31")));
        assertEquals(Wire.LAPSED, new Wire(measured("O1-KR2", "55 %", "2027-03-01"), tripwire).on(day("2027-03-31")));
    }

    @Test
    void what_was_never_measured_is_what_it_was_at_the_beginning() {
        Roadmap begun = with(new Change.Edited<>(
                Kind.KEY_RESULT, new ItemId("O3-KR1"), KeyResult.BASELINE, Optional.empty(), Optional.of("22 %")));
        ReadTripwire reading =
                new ReadTripwire(name -> begun.find(new ItemId(name), KeyResult.class), Optional.empty(), TODAY);
        assertInstanceOf(
                ReadTripwire.Read.Problem.class, reading.of("O3-KR1 < 30 %"), "the first check-in would trip it");
        Tripwire still = ((ReadTripwire.Read.Understood) reading.of("O3-KR1 < 30 % on 2027-03-31")).tripwire();
        assertEquals(Wire.WAITING, new Wire(begun, still).on(day("2027-03-30")));
        assertEquals(
                new Wire.Outcome.Tripped("More deals are won (O3-KR1) is 22 %"),
                new Wire(begun, still).on(day("2027-03-31")));
    }

    @Test
    void a_day_trips_it() {
        assertEquals(Wire.WAITING, new Wire(ROADMAP, understood("2027-03-31")).on(day("2027-03-30")));
        assertEquals(
                new Wire.Outcome.Tripped("31 March 2027 has come"),
                new Wire(ROADMAP, understood("2027-03-31")).on(day("2027-03-31")));
    }

    @Test
    void a_key_result_that_is_gone_brings_it_back() {
        Roadmap without =
                with(new Change.Removed(ROADMAP.find(new ItemId("O2-KR1")).orElseThrow()));
        assertEquals(
                new Wire.Outcome.Tripped("O2-KR1, which it waits for, is no longer on the roadmap"),
                new Wire(without, understood("O2-KR1 < 1.2")).on(TODAY));
    }

    @Test
    void figures_in_other_units_are_compared() {
        Roadmap hours = with(new Change.Edited<>(
                Kind.KEY_RESULT,
                new ItemId("O3-KR1"),
                KeyResult.CHECK_INS,
                Optional.empty(),
                Optional.of(List.of(checkIn("90 minutes", "2027-01-10")))));
        assertInstanceOf(Wire.Outcome.Tripped.class, new Wire(hours, understood("O3-KR1 < 2 h")).on(day("2027-01-10")));
        assertEquals(Wire.WAITING, new Wire(hours, understood("O3-KR1 < 1 h")).on(day("2027-01-10")));
        assertEquals(Wire.WAITING, new Wire(hours, understood("O3-KR1 < 1 %")).on(day("2027-01-10")), "not comparable");
    }

    private static Tripwire understood(String typed) {
        ReadTripwire.Read read = reading(Optional.of("O1-KR2")).of(typed);
        return assertInstanceOf(ReadTripwire.Read.Understood.class, read, () -> typed + ": " + read)
                .tripwire();
    }

    private static ReadTripwire reading(Optional<String> usual) {
        return new ReadTripwire(
                name -> Names.in(ROADMAP).only(Kind.KEY_RESULT).whole(name).map(KeyResult.class::cast),
                usual.flatMap(id -> ROADMAP.find(new ItemId(id), KeyResult.class)),
                TODAY);
    }

    private static Roadmap measured(String id, String value, String on) {
        return with(new Change.Listed<>(Kind.KEY_RESULT, new ItemId(id), KeyResult.CHECK_INS, checkIn(value, on)));
    }

    private static CheckIn checkIn(String value, String on) {
        return new CheckIn(day(on), value, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Roadmap with(Change change) {
        return ROADMAP.on(new ChangeSet(new Stamp(Instant.EPOCH, Acme.MAYA, ""), Optional.empty(), List.of(change)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
