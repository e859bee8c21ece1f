package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.question.Intent;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;

/** What is wrong with the roadmap, at which layer things are written, and what the chain of metrics says. */
class CheckingTest {
    private final Chat chat = new Chat();

    @Test
    void a_check_of_everything_counts_first_and_names_item_and_rule() {
        String answer = chat.ask("maya", "check all");
        assertTrue(
                first(answer).matches("\\d+ findings on the roadmap: \\d+ serious, \\d+ weak, \\d+ minor\\."), answer);
        assertTrue(answer.contains("I12 Faster search"), answer);
        assertTrue(answer.contains("initiative-without-okr: has no line to an OKR"), answer);
        assertTrue(answer.contains("too-many-bets: has 5 major bets in Now, 1 over the limit of 4"), answer);
        assertTrue(answer.contains("Fix: /roadmap edit I13 release: 2027-Q1"), answer);
    }

    @Test
    void a_check_shows_five_and_a_way_to_all() {
        String some = chat.ask("maya", "check roadmap");
        assertEquals(5, rows(some), some);
        String button = chat.last().card().buttons().get(0).label();
        assertEquals("Show all " + count(some), button);
        assertEquals(Integer.parseInt(count(some)), rows(chat.tap("maya", button)));
    }

    @Test
    void by_default_it_is_about_what_one_owns_or_about_now() {
        assertTrue(first(chat.ask("tom", "check")).contains("in what you own and its line"));
        assertTrue(first(chat.ask("sam", "check")).contains("in Now and its line"));
    }

    @Test
    void one_item_is_checked_with_its_line() {
        String answer = chat.ask("maya", "check I12 all");
        assertTrue(first(answer).contains("in Faster search (I12)"), answer);
        assertTrue(answer.contains("initiative-without-okr"), answer);
        assertFalse(answer.contains("I14"), answer);
    }

    @Test
    void a_keeper_can_fix_and_others_can_look() {
        chat.ask("maya", "check I12");
        assertTrue(labels().contains("Fix I12"), labels().toString());
        chat.ask("sam", "check I12");
        assertTrue(labels().contains("Show I12"), labels().toString());
    }

    @Test
    void an_output_objective_is_rewritten_from_its_own_key_result() {
        edit("O1", "Launch new onboarding");
        String answer = chat.ask("maya", "check O1 all");
        assertTrue(answer.contains("output-objective: describes output: “Launch new onboarding”"), answer);
        assertTrue(answer.contains("Instead: “Increase"), answer);
        assertTrue(answer.contains("Fix: /roadmap edit O1 title: Increase"), answer);
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertEquals(
                "0 findings: nothing is on the roadmap yet.",
                first(Chat.withoutRoadmap().ask("maya", "check all")));
    }

    @Test
    void a_hundred_rules_long_answer_is_bounded() {
        Change[] bets = IntStream.range(0, 300)
                .mapToObj(number ->
                        new Change.Added(Acme.bet("I" + (1000 + number), "Bet " + number, Horizon.LATER, v -> v)))
                .toArray(Change[]::new);
        chat.record(Acme.MAYA, "many", bets);
        String answer = chat.ask("maya", "check all");
        assertEquals(Request.MOST, rows(answer));
        assertTrue(answer.contains("more are not shown."), answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "layer I3 | Guided setup (I3) is written at layer 2 (initiative): not ready yet.",
                "layer O1-KR2 | 7-day activation (O1-KR2) is written at layer 1 (strategy): ready.",
                "layer | 0 of the top 3 in Now are ready to be built.",
                "at what layer is guided setup written? | Guided setup (I3) is written at layer 2 (initiative): not ready yet."
            })
    void a_layer_is_told_with_what_is_missing(String question, String expected) {
        String answer = chat.ask("maya", question);
        assertEquals(expected, first(answer));
        assertEquals(Intent.LAYER, chat.last().answer().orElseThrow().intent());
    }

    @Test
    void an_outcome_as_an_initiative_is_too_abstract_and_a_task_lacks_its_rationale() {
        chat.record(
                Acme.MAYA,
                "new",
                new Change.Added(Acme.bet("I20", "Improve activation", Horizon.NEXT, v -> v)),
                new Change.Added(Acme.bet("I21", "Add email step to onboarding flow", Horizon.NEXT, v -> v)));
        assertEquals(
                "Improve activation (I20) is written at layer 1 (strategy): too abstract, the initiative has not been "
                        + "defined.",
                first(chat.ask("maya", "layer I20")));
        assertEquals(
                "Add email step to onboarding flow (I21) is written at layer 3 (technical work): work whose rationale is "
                        + "absent.",
                first(chat.ask("maya", "layer I21")));
    }

    @Test
    void too_few_check_ins_say_so() {
        kind("O1-KR1", KeyResult.Measures.OUTPUT);
        kind("O1-KR2", KeyResult.Measures.OUTCOME);
        String answer = chat.ask("maya", "diagnose O1");
        assertTrue(
                first(answer)
                        .startsWith(
                                "New teams reach value in their first week (O1): not enough check-ins to tell: O1-KR1 has "
                                        + "1 check-in"),
                answer);
    }

    @Test
    void healthy_inputs_and_flat_outcomes_are_a_strategy_problem() {
        kind("O1-KR1", KeyResult.Measures.INPUT);
        kind("O1-KR2", KeyResult.Measures.OUTCOME);
        measure("O1-KR1", "18%", "25%");
        measure("O1-KR2", "46%", "46%");
        assertEquals(
                "New teams reach value in their first week (O1): inputs are healthy and outcomes are flat: a strategy problem.",
                first(chat.ask("maya", "diagnose O1")));
        assertTrue(chat.ask("maya", "progress O1").contains("a strategy problem. To discuss:"));
        assertTrue(chat.ask("maya", "check O1 all").contains("inputs-without-outcomes"));
        assertEquals("The chain of metrics breaks in 1 of 3 objectives.", first(chat.ask("maya", "diagnose")));
    }

    @Test
    void pace_is_told_against_the_time_that_has_passed() {
        measure("O1-KR2", "47%", "53%");
        String answer = chat.ask("maya", "progress O1-KR2");
        assertTrue(answer.contains("Ahead: 87% of the way in 7% of the time."), answer);
    }

    private void edit(String id, String title) {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.OBJECTIVE,
                        new ItemId(id),
                        Objective.TITLE,
                        Optional.of("New teams reach value in their first week"),
                        Optional.of(title)));
    }

    private void kind(String id, KeyResult.Measures kind) {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.KEY_RESULT, new ItemId(id), KeyResult.KIND, Optional.empty(), Optional.of(kind)));
    }

    private void measure(String id, String... values) {
        LocalDate day = LocalDate.of(2026, 11, 11);
        for (String value : values) {
            day = day.plusDays(4);
            CheckIn checkIn = new CheckIn(day, value, Optional.empty(), Optional.empty(), Optional.of(Acme.MAYA));
            chat.record(
                    Acme.MAYA, "", new Change.Listed<>(Kind.KEY_RESULT, new ItemId(id), KeyResult.CHECK_INS, checkIn));
        }
    }

    private static String count(String answer) {
        return first(answer).substring(0, first(answer).indexOf(' '));
    }

    private List<String> labels() {
        return chat.last().card().buttons().stream()
                .map(button -> button.label())
                .toList();
    }

    private static String first(String answer) {
        return answer.lines().findFirst().orElse("");
    }

    private static int rows(String answer) {
        return (int) answer.lines().filter(line -> line.startsWith("• ")).count();
    }
}
