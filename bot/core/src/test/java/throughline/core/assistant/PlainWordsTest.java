package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Language;
import throughline.core.question.Line;
import throughline.core.question.TaughtPhrasing;
import throughline.core.question.WordLanguage;

class PlainWordsTest {
    private static final String EITHER = "self-service for sample projects with SSO";

    private final Chat chat = new Chat();

    PlainWordsTest() {
        chat.phrasing = new TaughtPhrasing();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eta on guided setup? | Guided setup (I3) is in Now: high confidence, this quarter.",
                "hey there, whose is invoice self-service please | Tom Okafor owns Invoice self-service (I7).",
                "rationale behind O2 | Fewer tickets per account (O2): Support costs grow faster than revenue.",
                "is single sign-on, I9, planned | Yes: SSO for all plans (I9) is in Now, high confidence.",
                "anything parked? | Later: 1 bet. Ideas for the future; no scope is committed."
            })
    void a_sentence_is_answered_by_the_command_that_is_meant(String sentence, String expected) {
        assertEquals(expected, first(chat.ask("sam", sentence)));
    }

    @Test
    void a_described_item_is_found_and_the_reading_is_told() {
        String answer = chat.ask("sam", "eta of that wizard thing for a team's first project");
        assertTrue(first(answer).startsWith("Guided setup (I3) is in Now"), answer);
        assertTrue(answer.contains("I read this as a question about Guided setup (I3)."), answer);
    }

    @Test
    void a_plain_name_is_no_reading() {
        assertFalse(chat.ask("sam", "eta on guided setup?").contains("I read this"));
    }

    @Test
    void off_topic_gets_a_friendly_line_and_help() {
        String answer = chat.ask("sam", "weather in lisbon tomorrow");
        assertTrue(first(answer).startsWith("That one is not on any roadmap of mine"), answer);
        assertEquals(Intent.OUT_OF_SCOPE, answer().intent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ما هو الهدف الذي يخدمه معالج الإعداد؟",
                "このウィザードはどのOKRに貢献しますか？",
                "这个向导服务于哪个目标？",
                "какую цель поддерживает мастер настройки?"
            })
    void a_question_in_another_script_is_not_off_topic(String question) {
        assertEquals("I understand questions in English so far.", first(chat.ask("sam", question)));
        assertEquals(Intent.UNKNOWN, answer().intent());
    }

    @Test
    void an_id_is_read_in_any_script() {
        assertTrue(chat.ask("sam", "почему I3?").contains("Guided setup (I3)"), "" + chat.last());
    }

    @Test
    void work_in_another_script_may_be_given() {
        chat.ask("sam", "Which OKR does this serve: мастер настройки для первого проекта");
        assertEquals(Intent.WHICH_OKR, answer().intent());
    }

    @Test
    void what_is_too_long_is_not_read() {
        String answer = chat.ask("sam", "why ".repeat(10_000));
        assertEquals("That is too long for me: 39,999 characters, of 10,000 at most.", first(answer));
        assertTrue(answer.contains("Ask in one or two sentences."), answer);
    }

    @Test
    void what_is_not_on_the_roadmap_is_not_planned() {
        assertTrue(first(chat.ask("sam", "is a telephone gateway planned")).startsWith("No."), "" + chat.last());
        assertEquals(List.of(), answer().entities());
    }

    @Test
    void work_that_is_not_on_the_roadmap_gets_an_inferred_line() {
        chat.ask("sam", "Which OKR does this serve: setup wizard for a new team's first project");
        assertEquals(Line.Basis.INFERRED, answer().line().orElseThrow().basis());
        assertEquals(Optional.of("O1"), answer().line().flatMap(Line::objective).map(Object::toString));
        assertFalse(chat.last().card().buttons().stream()
                .anyMatch(button -> button.label().startsWith("Record")));
    }

    @Test
    void a_pm_records_an_inferred_line_and_the_next_one_gets_it_recorded() {
        String work = "setup wizard for a new team's first project";
        chat.ask("maya", "Which OKR does this serve: " + work);
        chat.tap("maya", "Record this line");
        String answer = chat.ask("sam", "Which OKR does this serve: Setup wizard for a new team’s first project");
        assertEquals("This serves O1, “New teams reach value in their first week”.", first(answer));
        assertTrue(answer.contains("Recorded by Maya"), answer);
        assertEquals(Line.Basis.RECORDED, answer().line().orElseThrow().basis());
        assertEquals(3, answer().line().orElseThrow().candidates().size());
    }

    @Test
    void a_corrected_text_never_gets_the_same_wrong_answer_again() {
        String work = "setup wizard for a new team's first project";
        chat.ask("maya", "record O2-KR1: " + work);
        chat.ask("sam", "Which OKR does this serve: " + work);
        assertEquals(Optional.of("O2"), answer().line().flatMap(Line::objective).map(Object::toString));
        chat.ask("maya", "record none: " + work);
        assertEquals(
                "I can draw no line from this to an OKR.",
                first(chat.ask("sam", "Which OKR does this serve: " + work)));
    }

    @Test
    void who_is_asked_which_of_two_gets_the_line_to_the_chosen_one_and_nothing_is_recorded() {
        String asked = chat.ask("sam", "Which OKR does this serve: " + EITHER);
        assertTrue(first(asked).endsWith("Which of the two is it for?"), asked);
        assertEquals(Line.Basis.NONE, answer().line().orElseThrow().basis());
        int before = chat.store.log().size();
        String answer = chat.tap("sam", "It's O2");
        assertEquals("O2, “Fewer tickets per account”, chosen by Sam (inferred, 21%).", first(answer));
        assertTrue(answer.contains("Closest to Sample projects (I4), which serves O2-KR1, and to O2-KR1"), answer);
        Line line = answer().line().orElseThrow();
        assertEquals(Line.Basis.INFERRED, line.basis());
        assertEquals("[O2, O1, O3]", objectives(line));
        assertEquals("[O2-KR1]", line.keyResults().toString());
        assertEquals(before, chat.store.log().size());
    }

    @Test
    void a_pm_who_is_asked_which_of_two_records_it() {
        chat.ask("maya", "Which OKR does this serve: " + EITHER);
        assertTrue(
                first(chat.tap("maya", "O2, record it")).startsWith("Recorded as L1: “" + EITHER + "” serves O2-KR1"));
        chat.ask("sam", "which-okr O1 for this: " + EITHER);
        assertEquals(Line.Basis.RECORDED, answer().line().orElseThrow().basis());
        assertEquals("[O2, O1, O3]", objectives(answer().line().orElseThrow()));
    }

    @Test
    void any_objective_may_be_chosen_but_nothing_else() {
        chat.ask("sam", "which-okr o3 for this: " + EITHER);
        assertEquals(Optional.of("O3"), answer().line().flatMap(Line::objective).map(Object::toString));
        String answer = chat.ask("sam", "which-okr I3 for this: " + EITHER);
        assertTrue(first(answer).endsWith("Which of the two is it for?"), answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"I3 | O1", "I4 | O1, O2", "O2-KR1 | O2", "O3 | O3", "T1 | O1", "I12 | ''"})
    void an_item_of_the_roadmap_has_three_candidates_what_is_recorded_first(String item, String recorded) {
        for (Language model : List.<Language>of(new WordLanguage(), text -> Optional.empty())) {
            chat.language = model;
            chat.ask("sam", "which-okr " + item);
            Line line = answer().line().orElseThrow();
            assertEquals(3, line.candidates().size());
            assertTrue(objectives(line).startsWith("[" + recorded), "" + line);
        }
    }

    private static String objectives(Line line) {
        return line.candidates().stream()
                .map(Line.Candidate::objective)
                .toList()
                .toString();
    }

    @Test
    void until_sentences_can_be_compared_it_says_so() {
        chat.language = text -> Optional.empty();
        String answer = chat.ask("sam", "Which OKR does this serve: setup wizard for a new team's first project");
        assertEquals("I can't tell yet: I am still loading what I compare sentences with.", first(answer));
        assertEquals(Line.Basis.NONE, answer().line().orElseThrow().basis());
    }

    @Test
    void a_command_with_a_name_is_no_sentence() {
        assertTrue(first(chat.ask("sam", "when audit log")).startsWith("Audit log (I13) is in Next"), "");
    }

    private Answer answer() {
        return chat.last().answer().orElse(Answer.of(Intent.UNKNOWN));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
