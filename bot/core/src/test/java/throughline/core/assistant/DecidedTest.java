package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Strategy;

/** What is planned, what is ruled out, and what nobody decided. */
class DecidedTest {
    private final Chat chat = new Chat()
            .record(
                    Acme.MAYA,
                    "strategy",
                    new Change.Listed<>(
                            Kind.STRATEGY,
                            new ItemId("S1"),
                            Strategy.PERMISSION,
                            "We don't build single-customer features this year."),
                    new Change.Listed<>(
                            Kind.INITIATIVE, new ItemId("I4"), Initiative.NON_GOALS, "No import from spreadsheets"),
                    new Change.Added(Acme.bet(
                            "I15",
                            "Messenger for shifts",
                            Horizon.NEXT,
                            v -> v.with(Initiative.WHY, "Teams asked for it"))))
            .record(
                    Acme.MAYA,
                    "everybody has one already",
                    new Change.Edited<>(
                            Kind.INITIATIVE,
                            new ItemId("I15"),
                            Initiative.HORIZON,
                            Optional.of(Horizon.NEXT),
                            Optional.of(Horizon.DROPPED)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "planned SSO | I9 | Yes: SSO for all plans (I9) is in Now, high confidence.",
                "planned dark mode | I14 | Yes: Dark mode (I14) is in Later, low confidence.",
                "planned drak mode | I14 | Yes: Dark mode (I14) is in Later, low confidence.",
                "planned first week | T1 | Yes: First week (T1) is a theme with 1 in Now.",
                "planned messenger for shifts | I15 | No: Messenger for shifts (I15) was dropped.",
                "planned contractors | | No: “Contractors” is a non-goal of Guided setup (I3).",
                "planned import from a spreadsheet | | No: “No import from spreadsheets” is a non-goal of Sample projects (I4).",
                "planned a single-customer feature for Initech | | No: leadership says “We don't build single-customer features "
                        + "this year.” (S1).",
                "planned quantum blockchain | | No. Nothing on the roadmap is called “quantum blockchain”.",
                "planned faster teleportation | | No. Nothing on the roadmap is called “faster teleportation”.",
                "why-not messenger | I15 | Messenger for shifts (I15) was dropped: everybody has one already.",
                "why not messenger | I15 | Messenger for shifts (I15) was dropped: everybody has one already.",
                "why-not dark mode | I14 | Dark mode (I14) was not ruled out: it is in Later, low confidence.",
                "why-not contractors | | “Contractors” is a non-goal of Guided setup (I3).",
                "why-not quantum blockchain | | No decision about “quantum blockchain” is recorded.",
                "constraints I3 | I3 | Guided setup (I3) has one constraint: Must work within existing permissions.",
                "non-goals of guided setup | I3 | Guided setup (I3) has one non-goal: Contractors.",
                "constraints I12 | I12 | No constraints are recorded for Faster search (I12).",
                "non-goals I7 | I7 | No non-goals are recorded for Invoice self-service (I7)."
            })
    void the_first_line_is_the_answer(String question, String entity, String expected) {
        assertEquals(expected, first(chat.ask("sam", question)));
        assertEquals(entity == null ? List.of() : List.of(entity), answer().entities());
    }

    @Test
    void what_is_near_is_offered_and_not_taken_for_it() {
        String answer = chat.ask("sam", "planned faster teleportation");
        assertTrue(answer.contains("The nearest is Faster search (I12)."), answer);
        assertTrue(first(chat.tap("sam", "Show I12")).startsWith("Faster search (I12) is in Now"));
    }

    @Test
    void a_slip_is_read_and_told() {
        assertTrue(chat.ask("sam", "planned drak mode").contains("as Dark mode (I14)."));
    }

    @Test
    void two_that_could_be_meant_are_asked_about() {
        chat.ask("sam", "planned setup");
        assertEquals(2, answer().entities().size());
        assertEquals(
                "Yes: Setup checklist for admins (I10) is in Now, high confidence.",
                first(chat.ask("sam", "the second")));
    }

    @Test
    void who_could_say_more_is_named() {
        assertTrue(chat.ask("sam", "constraints I7").contains("Ask Tom Okafor, who owns it."));
        assertTrue(chat.ask("sam", "why-not contractors").contains("Maya Lind owns it and can tell more."));
    }

    @Test
    void several_limits_are_rows() {
        for (String constraint : Arrays.asList("One", "Two", "Three", "Four", "Five")) {
            chat.record(
                    Acme.MAYA,
                    "planning",
                    new Change.Listed<>(Kind.INITIATIVE, new ItemId("I3"), Initiative.CONSTRAINTS, constraint));
        }
        String answer = chat.ask("sam", "constraints I3");
        assertEquals("Guided setup (I3) has 6 constraints.", first(answer));
        assertEquals(5, answer.lines().filter(line -> line.startsWith("• ")).count());
        assertTrue(chat.tap("sam", "Show all 6").contains("• Five"));
    }

    @Test
    void without_words_it_asks_which() {
        for (String verb : List.of("planned", "why-not", "why not", "constraints", "trade-off")) {
            assertEquals("Which one?", first(chat.ask("sam", verb)), verb);
        }
    }

    @Test
    void the_reason_for_a_drop_is_found_however_much_was_recorded_since() {
        recordSince(1_000);
        assertEquals(
                "Messenger for shifts (I15) was dropped: everybody has one already.",
                first(chat.ask("sam", "why-not messenger")));
    }

    private void recordSince(int commits) {
        for (int i = 0; i < commits; i++) {
            chat.record(
                    Acme.MAYA,
                    "planning",
                    new Change.Edited<>(
                            Kind.INITIATIVE,
                            new ItemId("I3"),
                            Initiative.TITLE,
                            Optional.of("Guided setup"),
                            Optional.of("Guided setup")));
        }
    }

    @Test
    void a_drop_that_a_file_tells_has_the_files_reason() {
        Chat imported = new Chat();
        imported.record(
                Acme.MAYA,
                "a file",
                new Change.Added(Acme.bet(
                        "I15",
                        "Messenger",
                        Horizon.DROPPED,
                        v -> v.with(Initiative.WHY, "Dropped in May. Staff have one."))));
        assertEquals(
                "Messenger (I15): Dropped in May. Staff have one.", first(imported.ask("sam", "why-not messenger")));
    }

    private Answer answer() {
        return chat.last().answer().orElse(Answer.of(Intent.UNKNOWN));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
