package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;

class ChangesTest {
    private static final ItemId SEARCH = new ItemId("I12");

    private final Chat chat = new Chat();

    @Test
    void the_newest_comes_first_with_who_when_what_and_why() {
        chat.ask("maya", "link I12 O2-KR1 because search tickets lead the list");
        chat.after(Duration.ofHours(26)).record(Acme.TOM, "no room", move(Horizon.NOW, Horizon.NEXT));
        String answer = chat.ask("sam", "changes");
        assertEquals("2 changes since 14 November, by Tom and Maya.", first(answer));
        List<String> rows = answer.lines().filter(line -> line.startsWith("• ")).toList();
        assertEquals(
                List.of(
                        "• Tom, today 13:00 · moved Faster search (I12) from Now to Next · why: no room",
                        "• Maya, yesterday 11:00 · linked Faster search (I12) to tickets per account (O2-KR1) · why: search "
                                + "tickets lead the list"),
                rows);
    }

    @Test
    void an_import_is_one_line() {
        String answer = chat.ask("sam", "changes since 2026-11-01");
        assertEquals("1 import since 1 November and no other change.", first(answer));
        assertTrue(
                answer.contains(
                        "20 added: 1 product, 1 strategy statement, 3 objectives, 4 key results, 1 theme, 8 initiatives, "
                                + "2 teams"),
                answer);
    }

    @Test
    void an_import_of_thousands_is_one_line_too() {
        Change[] items = IntStream.range(100, 5_000)
                .mapToObj(number -> new Change.Added(Acme.bet("I" + number, "Bet", Horizon.LATER, v -> v)))
                .toArray(Change[]::new);
        chat.record(Acme.MAYA, "", items);
        String answer = chat.ask("sam", "changes");
        assertEquals("1 import since 13 November and no other change.", first(answer));
        assertTrue(answer.contains("• Import, today 11:00 · thousands of changes"), answer);
    }

    @Test
    void nothing_is_said_to_be_nothing() {
        chat.ask("newcomer", "now");
        assertEquals("Nothing changed since 13 November.", first(chat.ask("sam", "changes")));
    }

    @Test
    void what_people_ask_and_are_told_is_no_change_of_the_roadmap() {
        chat.ask("sam", "ask-owner I3: does it work offline?");
        chat.ask("priya", "ask-owner I3: does it work offline?");
        chat.ask("maya", "answer Q1 Keep it to yourself: not yet.");
        assertEquals("Nothing changed since 13 November.", first(chat.ask("tom", "changes")));
        chat.ask("maya", "link I12 O2-KR1");
        assertEquals("1 change since 13 November, by Maya.", first(chat.ask("tom", "changes")));
    }

    @Test
    void each_sort_of_change_has_its_words() {
        CheckIn checkIn = new CheckIn(
                LocalDate.of(2026, 11, 20), "48%", Optional.empty(), Optional.empty(), Optional.of(Acme.MAYA));
        chat.record(
                Acme.MAYA,
                "planning",
                new Change.Added(Acme.bet("I20", "Calendar sync", Horizon.LATER, v -> v)),
                new Change.Edited<>(
                        Kind.INITIATIVE, SEARCH, Initiative.OWNER, Optional.of(Acme.MAYA), Optional.of(Acme.TOM)),
                new Change.Edited<>(
                        Kind.INITIATIVE, SEARCH, Initiative.SIZE, Optional.empty(), Optional.of(Initiative.Size.BIG)),
                new Change.Listed<>(Kind.KEY_RESULT, new ItemId("O1-KR2"), KeyResult.CHECK_INS, checkIn),
                new Change.Listed<>(Kind.INITIATIVE, SEARCH, Initiative.CONSTRAINTS, "Under 200 ms"));
        chat.record(
                Acme.MAYA,
                "planning",
                new Change.Edited<>(
                        Kind.INITIATIVE, SEARCH, Initiative.WHY, Optional.of("Old reason"), Optional.empty()),
                new Change.Unlisted<>(Kind.INITIATIVE, new ItemId("I3"), Initiative.SERVES, new ItemId("O1-KR2")),
                new Change.Removed(Kind.INITIATIVE, new ItemId("I14")));
        String answer = chat.ask("sam", "changes all");
        for (String words : List.of(
                "added Calendar sync (I20) to Later",
                "changed the owner of Faster search (I12) from Maya to Tom",
                "set the size of Faster search (I12) to big",
                "checked in 48% for 7-day activation (O1-KR2)",
                "added to the constraints of Faster search (I12): Under 200 ms",
                "took the why off Faster search (I12), which was “Old reason”",
                "unlinked Guided setup (I3) from 7-day activation (O1-KR2)",
                "removed initiative I14")) {
            assertTrue(answer.contains(words), () -> words + " is not in\n" + answer);
        }
    }

    @Test
    void who_was_erased_stays_nameless() {
        chat.record(new PersonId("gone"), "", move(Horizon.NOW, Horizon.NEXT));
        assertEquals("1 change since 13 November, by someone who left.", first(chat.ask("sam", "changes")));
    }

    @Test
    void more_than_five_are_shown_on_demand() {
        for (int i = 0; i < 7; i++) {
            chat.record(Acme.MAYA, "step " + i, move(Horizon.NOW, Horizon.NEXT));
        }
        String answer = chat.ask("sam", "changes");
        assertEquals("7 changes since 13 November, by Maya.", first(answer));
        assertFalse(answer.contains("step 1"), answer);
        assertTrue(chat.tap("sam", "Show all 7").contains("step 0"));
    }

    @Test
    void the_day_begins_where_the_asker_is() {
        // 23:30 on the 20th in Berlin, where Sam is.
        chat.after(Duration.ofMinutes(12 * 60 + 30)).record(Acme.MAYA, "late", move(Horizon.NOW, Horizon.NEXT));
        chat.after(Duration.ofHours(1));
        assertEquals("Nothing changed since 21 November.", first(chat.ask("sam", "changes since today")));
        assertTrue(chat.ask("sam", "changes yesterday").contains("Maya, yesterday 23:30"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the flood",
                "2027-01-01",
                "32 foos",
                "monday morning",
                "now",
                "0000000",
                "9999 years",
                "-0001-01-01"
            })
    void what_is_no_day_in_the_past_is_not_guessed_at(String when) {
        assertTrue(first(chat.ask("sam", "changes since " + when)).startsWith("I can't tell which day"));
    }

    @Test
    void a_page_of_text_is_no_day() {
        assertTrue(first(chat.ask("sam", "changes " + "in ".repeat(3_300))).startsWith("I can't tell which day"));
    }

    /** Today is Friday, 20 November 2026. */
    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-20",
        "yesterday, 2026-11-19",
        "monday, 2026-11-16",
        "Since Monday, 2026-11-16",
        "friday, 2026-11-13",
        "last tuesday, 2026-11-17",
        "this week, 2026-11-16",
        "last week, 2026-11-09",
        "the past week, 2026-11-13",
        "last month, 2026-10-01",
        "this quarter, 2026-10-01",
        "last quarter, 2026-07-01",
        "last year, 2025-01-01",
        "3 days, 2026-11-17",
        "3 days ago, 2026-11-17",
        "in the last 2 weeks, 2026-11-06",
        "a month ago, 2026-10-20",
        "march, 2026-03-01",
        "in December, 2025-12-01",
        "nov, 2026-11-01",
        "march 2025, 2025-03-01",
        "2026-10-01, 2026-10-01"
    })
    void days_are_read_as_people_say_them(String words, LocalDate expected) {
        assertEquals(Optional.of(expected), Since.day(words, LocalDate.of(2026, 11, 20)));
    }

    private static Change move(Horizon from, Horizon to) {
        return new Change.Edited<>(Kind.INITIATIVE, SEARCH, Initiative.HORIZON, Optional.of(from), Optional.of(to));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
