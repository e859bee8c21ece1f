package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Workstream;

/** What hangs on an objective, a key result or a theme, how far it is, and what it would cost to drop a bet. */
class ServingTest {
    private final Chat chat = new Chat();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what-serves O1 | O1 | 3 initiatives serve New teams reach value in their first week (O1): 3 in Now.",
                "what-serves win enterprise | O3 | 2 initiatives serve Win enterprise (O3): 1 in Now, 1 in Next.",
                "what-serves O1-KR1 | O1-KR1 | 1 initiative serves projects with real data on day 1 (O1-KR1): 1 in Now.",
                "what-serves T1 | T1 | 1 initiative belongs to First week (T1): 1 in Now.",
                "progress O1-KR2 | O1-KR2 | 7-day activation (O1-KR2) is at 46%: 6 of 15 points.",
                "progress on tickets per account | O2-KR1 | tickets per account (O2-KR1) is at 1.7: 0.1 of 0.6.",
                "progress O3-KR1 | O3-KR1 | Nothing was measured yet for More deals are won (O3-KR1).",
                "progress O1 | O1 | New teams reach value in their first week (O1): 2 of 2 key results are closer to target than "
                        + "at the start.",
                "progress O3 | O3 | Win enterprise (O3): 0 of 1 key result is closer to target than at the start, 1 without a "
                        + "check-in for 30 days.",
                "trade-off I9 | I9 | Without SSO for all plans (I9), O3 loses its last bet in Now.",
                "trade-off I4 | I4 | Without Sample projects (I4), O1-KR1 loses its last bet in Now.",
                "trade-off I10 | I10 | Without Setup checklist for admins (I10), no OKR loses its last bet in Now.",
                "trade-off faster search | I12 | Without Faster search (I12), no OKR loses anything, since it serves none.",
                "trade-off audit log | I13 | Without Audit log (I13), nothing in Now changes, since it is in Next."
            })
    void the_first_line_is_the_answer(String question, String entity, String expected) {
        assertEquals(expected, first(chat.ask("sam", question)));
        assertEquals(List.of(entity), answer().entities());
    }

    @Test
    void each_bet_is_shown_with_its_horizon_and_the_key_result_by_which_it_serves() {
        String answer = chat.ask("sam", "what-serves O1");
        assertTrue(answer.contains("• I4 Sample projects · Now · → O1-KR1 · Growth · Maya"), answer);
        assertFalse(answer.contains("O2-KR1"), answer);
    }

    @Test
    void what_was_never_begun_is_told() {
        chat.record(
                Acme.MAYA,
                "no room",
                move("I9", Horizon.NOW, Horizon.DROPPED),
                move("I13", Horizon.NEXT, Horizon.DONE));
        String answer = chat.ask("sam", "what-serves O3-KR1");
        assertEquals("Nobody works on More deals are won (O3-KR1).", first(answer));
        assertTrue(answer.contains("1 done · 1 dropped"), answer);
        chat.record(Acme.MAYA, "room again", move("I13", Horizon.DONE, Horizon.LATER));
        assertEquals(
                "1 initiative serves More deals are won (O3-KR1): none in Now, 1 in Later.",
                first(chat.ask("sam", "what-serves O3-KR1")));
    }

    @Test
    void something_of_another_kind_is_called_by_its_kind() {
        assertEquals(
                "Guided setup (I3) is an initiative, which /roadmap what-serves is not about.",
                first(chat.ask("sam", "what-serves I3")));
        assertTrue(chat.ask("sam", "progress").contains("for example /roadmap progress O1."));
    }

    @Test
    void orphans_are_counted_by_horizon_and_a_pm_may_record_the_first_line() {
        String answer = chat.ask("maya", "orphans");
        assertEquals("2 initiatives have no line to an OKR: 1 in Now, 1 in Later.", first(answer));
        assertTrue(chat.tap("maya", "Record a line for I12")
                .startsWith("Which key result does Faster search (I12) serve?"));
        assertFalse(chat.ask("sam", "orphans").contains("Record a line"));
    }

    @Test
    void without_orphans_it_says_how_many_were_looked_at() {
        chat.ask("maya", "link I12 O1-KR1");
        chat.ask("maya", "link I14 O1-KR1");
        assertEquals(
                "None: all 8 initiatives in Now, Next and Later have a line to an OKR.",
                first(chat.ask("maya", "orphans")));
        assertEquals(
                "Nothing is in Now, Next or Later.", first(Chat.withoutRoadmap().ask("maya", "orphans")));
    }

    @Test
    void an_old_measurement_is_called_old() {
        assertEquals(
                "7-day activation (O1-KR2) is at 46%: 6 of 15 points, as measured 40 days ago and not since.",
                first(chat.after(Duration.ofDays(30)).ask("sam", "progress O1-KR2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60% | 7-day activation (O1-KR2) is at 60%: target reached, 20 of 15 points.",
                "38,5% | 7-day activation (O1-KR2) is at 38,5%: 1.5 points further away than at the start, with 15 points to go "
                        + "from there.",
                "about half | 7-day activation (O1-KR2) is at about half.",
                "46 h | 7-day activation (O1-KR2) is at 46 h.",
                "40% | 7-day activation (O1-KR2) is at 40%: 0 of 15 points."
            })
    void figures_are_compared_where_they_are_numbers_of_one_unit(String figure, String expected) {
        CheckIn checkIn = new CheckIn(
                Acme.NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate(),
                figure,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        chat.record(
                Acme.MAYA,
                "measured",
                new Change.Listed<>(Kind.KEY_RESULT, new ItemId("O1-KR2"), KeyResult.CHECK_INS, checkIn));
        assertEquals(expected, first(chat.ask("sam", "progress O1-KR2")));
    }

    @Test
    void a_trade_off_names_the_cost_of_delay_what_waits_and_what_was_done() {
        ItemId sso = new ItemId("I9");
        chat.record(
                Acme.MAYA,
                "planning",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        sso,
                        Initiative.COST_OF_DELAY,
                        Optional.empty(),
                        Optional.of(new CostOfDelay(
                                BigDecimal.valueOf(18_000), Optional.of(CostOfDelay.Profile.DECAYING)))),
                new Change.Listed<>(Kind.INITIATIVE, new ItemId("I13"), Initiative.DEPENDS_ON, sso),
                work("W1", Workstream.Status.DONE),
                work("W2", Workstream.Status.STARTED));
        String answer = chat.ask("sam", "trade-off I9");
        assertEquals(
                "Without SSO for all plans (I9), O3 loses its last bet in Now, each week of delay costs about 18,000 and "
                        + "1 initiative waits for it.",
                first(answer));
        assertTrue(answer.contains("18,000 in the first week, fading"), answer);
        assertTrue(answer.contains("Audit log (I13)"), answer);
        assertTrue(answer.contains("1 of 2 workstreams"), answer);
        assertTrue(answer.contains("Maya Lind"), answer);
    }

    private static Change work(String id, Workstream.Status status) {
        return new Change.Added(Acme.item(
                Kind.WORKSTREAM,
                id,
                v -> v.with(Workstream.TITLE, "Work " + id)
                        .with(Workstream.INITIATIVE, new ItemId("I9"))
                        .with(Workstream.STATUS, status)));
    }

    private static Change move(String id, Horizon from, Horizon to) {
        return new Change.Edited<>(
                Kind.INITIATIVE, new ItemId(id), Initiative.HORIZON, Optional.of(from), Optional.of(to));
    }

    private Answer answer() {
        return chat.last().answer().orElse(Answer.of(Intent.UNKNOWN));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
