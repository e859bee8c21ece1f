package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.Reply.Visibility;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Line;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;

class AskingTest {
    private final Chat chat = new Chat();

    @Test
    void now_shows_five_rows_the_total_and_a_way_to_all() {
        String now = chat.command("sam", "#growth", "now");
        assertTrue(first(now).startsWith("Now: 6 bets, 1 over the limit of 4 major ones."), now);
        assertEquals(5, rows(now));
        String all = chat.tap("sam", "Show all 6");
        assertEquals(6, rows(all));
        assertFalse(all.contains("Show all"), all);
    }

    @Test
    void now_tells_line_owner_confidence_and_freshness_but_no_date() {
        String now = chat.ask("sam", "now all");
        assertTrue(now.contains("• I3 Guided setup · → O1-KR2 7-day activation 40% → 55%, now 46%"), now);
        assertTrue(now.contains("Growth · Maya · high confidence · confirmed 12 days ago by Maya"), now);
        assertTrue(now.contains("• I12 Faster search · no line to an OKR"), now);
        assertFalse(now.matches("(?s).*\\d{4}-\\d{2}-\\d{2}.*"), now);
    }

    @Test
    void a_team_after_now_filters() {
        assertTrue(first(chat.ask("sam", "now billing")).startsWith("Now for Billing: 1 bet."));
    }

    @Test
    void the_recorded_line_is_drawn_from_work_to_strategy() {
        String answer = chat.ask("sam", "which OKR does guided setup serve?");
        assertEquals("Guided setup (I3) serves O1, “New teams reach value in their first week”.", first(answer));
        assertTrue(
                answer.contains(
                        "I3 → theme First week → O1-KR2 7-day activation, 40% → 55%, now 46%, by Q1 2027 → O1 → "
                                + "company strategy “Win self-serve teams”"),
                answer);
        Line line = answer().line().orElseThrow();
        assertEquals(Line.Basis.RECORDED, line.basis());
        assertEquals("O1", line.objective().orElseThrow().text());
        assertEquals("[O1-KR2]", line.keyResults().toString());
        assertEquals(List.of("I3"), answer().entities());
    }

    @Test
    void an_initiative_of_two_objectives_names_both() {
        assertEquals(
                "Sample projects (I4) serves O1, “New teams reach value in their first week” and O2, “Fewer tickets per "
                        + "account”.",
                first(chat.ask("sam", "which-okr I4")));
    }

    @Test
    void an_orphan_says_that_there_is_no_line() {
        assertEquals(
                "I can draw no line from this to an OKR.", first(chat.ask("sam", "which okr is faster search under")));
        assertEquals(Line.Basis.NONE, answer().line().orElseThrow().basis());
        assertEquals(List.of("I12"), answer().entities());
    }

    @Test
    void text_after_this_serve_is_the_work_itself() {
        String answer = chat.ask("sam", "Which OKR does this serve: a coffee machine for the kitchen");
        assertEquals("I can draw no line from this to an OKR.", first(answer));
        assertTrue(answer.contains("“a coffee machine for the kitchen” is not on the roadmap."), answer);
    }

    @Test
    void two_that_fit_are_asked_about_and_a_number_picks_one() {
        String question = chat.ask("sam", "which okr does setup serve");
        assertEquals("Did you mean Guided setup (I3) or Setup checklist for admins (I10)?", first(question));
        assertTrue(first(chat.ask("sam", "the second")).startsWith("Setup checklist for admins (I10) serves O1"));
    }

    @Test
    void an_open_question_does_not_capture_another_one() {
        chat.ask("sam", "which okr does setup serve");
        assertTrue(first(chat.ask("sam", "now")).startsWith("Now: 6 bets"));
        assertTrue(first(chat.ask("sam", "2")).startsWith("I can't answer that"));
    }

    @Test
    void a_typo_is_read_and_the_reading_is_told() {
        String answer = chat.ask("sam", "which okr does guidd setup serve");
        assertTrue(first(answer).startsWith("Guided setup (I3) serves O1"), answer);
        assertTrue(answer.contains("as Guided setup (I3). If you meant something else, give its id."), answer);
    }

    @Test
    void an_unknown_id_offers_those_nearby() {
        String answer = chat.ask("sam", "show I15");
        assertTrue(first(answer).startsWith("I find nothing called “I15”. Did you mean"), answer);
        assertTrue(chat.last().card().buttons().size() <= 3);
    }

    @Test
    void when_gives_a_horizon_and_never_a_date() {
        assertEquals(
                "SSO for all plans (I9) is in Now: high confidence, this quarter.",
                first(chat.ask("sam", "when is SSO coming?")));
        String hard = chat.ask("sam", "when audit log");
        assertTrue(hard.contains("the release window is Q1 2027"), hard);
        assertFalse(hard.contains("2027-03-31"), hard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "why guided setup | Guided setup (I3): it should move 7-day activation 40% → 55%, now 46%.",
                "why O2 | Fewer tickets per account (O2): Support costs grow faster than revenue.",
                "why dark mode | No reason is recorded for Dark mode (I14).",
                "who owns invoice self-service? | Tom Okafor owns Invoice self-service (I7).",
                "who is behind O3-KR1 | Nobody is recorded as the owner of More deals are won (O3-KR1).",
                "show O1-KR2 | 7-day activation (O1-KR2): 40% → 55%, now 46%, by Q1 2027.",
                "status of guided setup | Guided setup (I3) is in Now: high confidence.",
                "okrs | 3 objectives with 4 key results.",
                "team growth | Growth: 5 bets in Now, 1 without a line to an OKR.",
                "what is the billing team working on | Billing: 1 bet in Now, with a line to an OKR.",
                "later | Later: 1 bet. Ideas for the future; no scope is committed.",
                "what's next? | Next: 1 bet. The following quarter; scope is being defined.",
                "latr | Did you mean /roadmap later?",
                "why | Which one?",
                "help | Ask which OKR something serves, in plain words or with /roadmap.",
                "help why | /roadmap why <name or id>",
                "sing me a song | I can't answer that."
            })
    void the_first_line_is_the_answer(String question, String expected) {
        assertEquals(expected, first(chat.ask("sam", question)));
    }

    @Test
    void a_member_who_names_no_team_gets_the_own_one() {
        assertTrue(first(chat.ask("priya", "team")).startsWith("Growth: 5 bets"));
        assertEquals("2 teams. Which one?", first(chat.ask("sam", "team")));
    }

    @Test
    void a_command_is_answered_privately_and_can_be_shared() {
        chat.command("sam", "#growth", "why I3");
        assertEquals(Visibility.PRIVATE, chat.last().visibility());
        chat.tap("sam", Actions.SHARE, "why I3", Map.of());
        assertEquals(Visibility.PUBLIC, chat.last().visibility());
    }

    @Test
    void a_mention_is_answered_in_public() {
        chat.ask("sam", "#growth", "why I3");
        assertEquals(Visibility.PUBLIC, chat.last().visibility());
    }

    @Test
    void an_old_button_says_so() {
        assertEquals("This card is too old for me.", first(chat.tap("sam", "gone-since-march", "I3", Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "???", "🙂🙂", "\u0000\u0007", "<!channel> <@U123> *bold*", "all", "was ist los"})
    void odd_input_gets_a_civil_answer(String text) {
        assertFalse(chat.ask("sam", text).isBlank());
    }

    @Test
    void every_command_is_in_one_topic_of_help_and_every_line_of_help_is_a_command() {
        List<Usage> usages = new Assistant(new WordLanguage(), new WordRecall(), new NoPhrasing()).usages();
        String topics = Arrays.stream(HelpTopic.values())
                .map(topic -> chat.ask("sam", "help " + topic.word()))
                .collect(Collectors.joining("\n"));
        assertTrue(usages.stream().allMatch(usage -> topics.contains(usage.typed())));
        assertEquals(usages.size(), rows(topics));
        assertEquals(usages.size(), rows(chat.ask("sam", "help all")));
        String help = chat.ask("sam", "help");
        assertTrue(Arrays.stream(HelpTopic.values()).allMatch(topic -> help.contains(topic.word())));
        assertTrue(usages.stream().allMatch(usage -> help.contains(usage.verb())));
    }

    @Test
    void a_topic_of_help_names_commands_only() {
        List<String> verbs = new Assistant(new WordLanguage(), new WordRecall(), new NoPhrasing())
                .usages().stream().map(Usage::verb).toList();
        for (HelpTopic topic : HelpTopic.values()) {
            assertTrue(verbs.containsAll(topic.verbs()), () -> topic + " names one that is none");
            assertFalse(verbs.contains(topic.word()), topic.word());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"try the o1 model for support replies", "P1 incident response drill", "move our backups to S1"})
    void an_id_inside_a_sentence_about_work_is_not_its_subject(String work) {
        chat.ask("sam", "which OKR does this serve: " + work);
        assertNotEquals(Line.Basis.RECORDED, answer().line().orElseThrow().basis());
        assertEquals(List.of(), answer().entities());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what are our okrs? | 3 objectives with 4 key results.",
                "show me the okrs | 3 objectives with 4 key results.",
                "which OKR does this serve? | Which one?",
                "why? | Which one?",
                "noww | Did you mean /roadmap now?",
                "who leads the growth team? | Priya Shah leads Growth.",
                "what is the status of I3 right now | Guided setup (I3) is in Now: high confidence.",
                "help me understand why guided setup | Guided setup (I3): it should move 7-day activation 40% → 55%, now 46%."
            })
    void everyday_questions_are_understood(String question, String expected) {
        assertEquals(expected, first(chat.ask("sam", question)));
    }

    @Test
    void yes_answers_a_question_with_one_alternative_only() {
        chat.ask("sam", "latr");
        assertTrue(first(chat.ask("sam", "yes")).startsWith("Later: 1 bet."));
        chat.ask("sam", "which okr does setup serve");
        assertTrue(first(chat.ask("sam", "yes")).startsWith("I can't answer that"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"which ", "what ", "link a-KR ", "which\u00a0", "?", "\u00a0 ", "why not "})
    void the_longest_text_is_answered_in_bounded_time(String part) {
        String text = part.repeat(Unreadable.LONGEST / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> chat.ask("maya", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "!", " ", "> ", "https://"})
    void a_long_run_of_signs_is_looked_at_once(String part) {
        String run = "x" + part.repeat(30_000 / part.length()) + "x";
        chat.ask("sam", "which okr does setup serve");
        for (String before : List.of("", "which okr does this serve?\n", "which-okr this: ")) {
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> chat.ask("sam", before + run));
        }
    }

    private Answer answer() {
        return chat.last().answer().orElse(Answer.of(Intent.UNKNOWN));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static long rows(String text) {
        return Stream.of(text.split("\n", -1))
                .filter(line -> line.startsWith("• "))
                .count();
    }
}
