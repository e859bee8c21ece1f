package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;

/** What was, what changed, and who changed it. Acme's roadmap was imported on 1 November 2026; it is 20 November. */
class HistoryTest {
    private final Chat chat = new Chat();

    @Test
    void the_history_of_an_item_says_who_when_through_what_and_why() {
        chat.record(Acme.MAYA, "capacity", move("I12", Horizon.NOW, Horizon.NEXT));
        chat.record(Acme.TOM, "", move("I3", Horizon.NOW, Horizon.NEXT));
        String answer = chat.ask("sam", "history of faster search");
        assertEquals("Faster search (I12) was changed 1 time, last today 11:00, by Maya.", first(answer));
        assertTrue(answer.contains("2. Maya, today 11:00, in the local chat"), answer);
        assertTrue(answer.contains("why: capacity"), answer);
        assertTrue(answer.contains("1. Import, 19 days ago"), answer);
        assertFalse(answer.contains("Guided setup"), answer);
    }

    @Test
    void what_is_gone_still_has_a_history() {
        Item dark = chat.store.load("").roadmap().find("I14").orElseThrow();
        chat.record(Acme.MAYA, "nobody asked", new Change.Removed(dark));
        String answer = chat.ask("sam", "history I14");
        assertTrue(first(answer).startsWith("Dark mode (I14) was changed 1 time"), answer);
        assertTrue(answer.contains("removed Dark mode (I14)"), answer);
    }

    @Test
    void an_earlier_day_answers_as_it_was() {
        chat.record(Acme.MAYA, "", move("I12", Horizon.NOW, Horizon.LATER)).after(Duration.ofDays(5));
        assertFalse(chat.ask("sam", "now all").contains("Faster search"));
        String then = chat.ask("sam", "as-of 2026-11-19 now all");
        assertTrue(then.contains("Faster search"), then);
        assertTrue(first(then).startsWith("As of 19 November 2026: Now: "), then);
        String show = chat.ask("sam", "as-of 2026-11-19 show I12");
        assertTrue(first(show).startsWith("As of 19 November 2026: "), show);
        assertTrue(first(chat.ask("sam", "as-of 2026-11-19")).startsWith("As of 19 November 2026: Now: "));
    }

    @Test
    void what_is_tapped_on_an_earlier_day_goes_on_there() {
        chat.after(Duration.ofDays(5));
        chat.ask("sam", "as-of 2026-11-19 why I3");
        assertTrue(chat.last().card().buttons().stream()
                .map(button -> button.value())
                .filter(value -> !value.equals("why I3"))
                .allMatch(value -> value.startsWith("as-of 2026-11-19 ")));
        assertFalse(first(chat.tap("sam", "Today")).startsWith("As of"));
    }

    @Test
    void nothing_can_be_changed_on_an_earlier_day() {
        assertEquals(
                "“link I12 O2-KR1” can't be asked of an earlier day.",
                first(chat.ask("maya", "as-of 2026-11-19 link I12 O2-KR1")));
        assertEquals(
                "Nothing was on the roadmap as of 1 October 2026.", first(chat.ask("maya", "as-of 2026-10-01 now")));
        assertTrue(first(chat.ask("maya", "as-of the flood now")).startsWith("I can't tell which day"));
    }

    @Test
    void the_difference_between_two_days_is_told_by_horizon() {
        chat.after(Duration.ofDays(2));
        chat.record(Acme.MAYA, "", move("I12", Horizon.NOW, Horizon.LATER), move("I13", Horizon.NEXT, Horizon.NOW));
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.KEY_RESULT,
                        new ItemId("O1-KR2"),
                        KeyResult.TARGET,
                        Optional.of("55%"),
                        Optional.of("60%")));
        String answer = chat.ask("sam", "diff 2026-11-19 now");
        assertEquals(
                "Between 19 November 2026 and now: Now +1 −1, Next −1, Later +1; 1 changed target.", first(answer));
        assertTrue(answer.contains("Now → Later"), answer);
        assertTrue(answer.contains("changed the target of 7-day activation (O1-KR2) from “55%” to “60%”"), answer);
        assertEquals(first(answer), first(chat.ask("sam", "diff now and 2026-11-19")));
        assertEquals(
                "Between 19 November 2026 and 20 November 2026: nothing moved and no target changed.",
                first(chat.ask("sam", "diff 2026-11-19 2026-11-20")));
    }

    @Test
    void the_difference_of_one_item_is_told_by_field() {
        chat.after(Duration.ofDays(2));
        chat.record(Acme.MAYA, "", edit(Initiative.TITLE, "Faster search", "Search"));
        chat.record(Acme.MAYA, "", move("I12", Horizon.NOW, Horizon.LATER));
        String answer = chat.ask("sam", "diff I12 yesterday now");
        assertEquals("Between 21 November 2026 and now: 2 differences in Search (I12).", first(answer));
        assertEquals(
                "Between 21 November 2026 and now: Guided setup (I3) did not change.",
                first(chat.ask("sam", "diff guided setup yesterday")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"diff", "diff the flood", "diff I12"})
    void days_that_nobody_can_tell_are_asked_for(String text) {
        assertTrue(first(chat.ask("sam", text)).contains("which days")
                || first(chat.ask("sam", text)).contains("Which days"));
    }

    @Test
    void what_slipped_in_a_quarter_is_counted_against_its_start() {
        chat.after(Duration.ofDays(50));
        chat.record(Acme.MAYA, "", move("I12", Horizon.NOW, Horizon.LATER));
        chat.record(Acme.MAYA, "", move("I3", Horizon.NOW, Horizon.DONE));
        chat.record(Acme.MAYA, "", move("I10", Horizon.NOW, Horizon.DROPPED));
        chat.record(Acme.MAYA, "", edit("I9", Initiative.RELEASE, "2026-H2", "2027-Q1"));
        String answer = chat.ask("sam", "slip");
        assertEquals("Q1 2027 so far: 2 initiatives slipped; churn of Now 33% (2 of 6).", first(answer));
        assertTrue(answer.contains("Now: 6 at the start: 3 still there, 1 done, 1 dropped, 2 slipped"), answer);
        assertTrue(answer.contains("window → 2027-Q1"), answer);
        assertTrue(first(chat.ask("sam", "slip q4 2026")).startsWith("Nothing was on the roadmap at the start of Q4"));
        assertTrue(first(chat.ask("sam", "slip sometime")).startsWith("I can't tell which quarter"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 19 November 2026",
        "Q1 2026, the start of Q1 2026",
        "last quarter, the start of 1 July 2026",
        "3 days ago, 17 November 2026",
        "today, As of today"
    })
    void an_answer_says_of_which_moment_it_is(String text, String words) {
        String answer = chat.ask("sam", "as-of " + text + " okrs");
        assertTrue(answer.contains(words), () -> text + ": " + first(answer));
    }

    private static Change move(String id, Horizon from, Horizon to) {
        return new Change.Edited<>(
                Kind.INITIATIVE, new ItemId(id), Initiative.HORIZON, Optional.of(from), Optional.of(to));
    }

    private static Change edit(Field<String> field, String from, String to) {
        return edit("I12", field, from, to);
    }

    private static Change edit(String id, Field<String> field, String from, String to) {
        return new Change.Edited<>(Kind.INITIATIVE, new ItemId(id), field, Optional.of(from), Optional.of(to));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
