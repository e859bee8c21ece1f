package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.card.Field;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Precedent;

class RecordingTest {
    private static final String LOBBY = "Repaint the lobby";

    private final Chat chat = new Chat();

    @Test
    void work_that_ends_in_all_is_found_again() {
        chat.ask("maya", "record none: Repaint them all");
        assertTrue(chat.ask("sam", "which-okr this: repaint them all").contains("Recorded by Maya, today."));
        assertTrue(
                chat.ask("sam", "Which OKR does this serve: repaint them all").contains("Recorded by Maya, today."));
    }

    @Test
    void a_pm_records_what_work_serves_that_is_not_on_the_roadmap() {
        assertEquals(
                "Recorded as L1: “CSV import” serves O1-KR1 of O1, “New teams reach value in their first week”.",
                first(chat.ask("maya", "record O1-KR1: CSV import")));
        Precedent kept = kept("csv IMPORT!").orElseThrow();
        assertEquals("[O1-KR1] O1", kept.serves() + " " + kept.objective().orElseThrow());
        assertEquals("p1 2026-11-20", kept.by().text() + " " + kept.on());
    }

    @Test
    void an_objective_may_be_named_where_no_key_result_fits() {
        assertEquals(
                "Recorded as L1: “CSV import” serves O3, “Win enterprise”.",
                first(chat.ask("maya", "record win enterprise: CSV import")));
        assertEquals("[O3]", kept("CSV import").orElseThrow().serves().toString());
    }

    @Test
    void an_objective_without_key_results_is_offered_beside_them() {
        chat.record(
                Acme.MAYA,
                "new",
                new Change.Added(
                        Acme.item(Kind.OBJECTIVE, "O4", values -> values.with(Objective.TITLE, "Hire and keep"))));
        chat.ask("maya", "record : " + LOBBY);
        Block.Form form = (Block.Form) chat.last().card().blocks().get(1);
        assertEquals(
                List.of("O4 Hire and keep", "O1-KR1 projects with real data on day 1"),
                form.fields().get(0).options().stream()
                        .map(Field.Option::label)
                        .limit(2)
                        .toList());
        String answer =
                chat.tap("maya", form.submit().action(), form.submit().value(), Map.of("target", List.of("O4")));
        assertEquals("Recorded as L1: “Repaint the lobby” serves O4, “Hire and keep”.", first(answer));
    }

    @Test
    void that_work_serves_no_okr_is_recorded_as_well() {
        assertEquals(
                "Recorded as L1: “Repaint the lobby” serves no OKR.", first(chat.ask("maya", "record None: " + LOBBY)));
        assertEquals(List.of(), kept(LOBBY).orElseThrow().serves());
        assertTrue(kept(LOBBY).orElseThrow().objective().isEmpty());
    }

    @Test
    void what_was_recorded_is_undone_in_one_tap_and_that_too() {
        chat.ask("maya", "record none: " + LOBBY);
        assertEquals("Taken back: that “Repaint the lobby” serves no OKR (L1).", first(chat.tap("maya", "Undo")));
        assertTrue(kept(LOBBY).isEmpty());
        chat.tap("maya", "Undo");
        assertTrue(kept(LOBBY).isPresent());
    }

    @Test
    void the_newest_record_of_the_same_work_counts_and_the_earlier_comes_back() {
        chat.ask("maya", "record none: " + LOBBY);
        String answer = first(chat.ask("tom", "record O2-KR1: repaint the lobby!"));
        assertTrue(answer.startsWith("Recorded as L2: “repaint the lobby!” serves O2-KR1 of O2"), answer);
        assertTrue(answer.endsWith(", instead of no OKR."), answer);
        assertTrue(chat.store.load("").roadmap().precedent("L1").isEmpty(), "in the same facts");
        chat.tap("tom", "Undo");
        assertEquals(List.of(), kept(LOBBY).orElseThrow().serves());
    }

    @Test
    void what_is_recorded_already_is_not_recorded_twice() {
        chat.ask("maya", "record O1-KR1: " + LOBBY);
        int before = chat.store.log().size();
        assertEquals(
                "It is recorded already that “Repaint the lobby” serves O1-KR1 (L1). Nothing was changed.",
                first(chat.ask("maya", "record o1-kr1: " + LOBBY)));
        assertEquals(before, chat.store.log().size());
    }

    @Test
    void an_old_undo_does_not_take_back_what_came_later() {
        chat.ask("maya", "record none: " + LOBBY);
        String undo = chat.last().card().buttons().get(0).value();
        chat.ask("maya", "forget L1");
        chat.ask("maya", "record O1: CSV import");
        assertEquals(
                "I find no record “L1” of this work, so nothing was changed.",
                first(chat.tap("maya", Actions.ASK, undo, Map.of())));
        assertTrue(kept("CSV import").isPresent());
    }

    @Test
    void what_a_stakeholder_wants_is_proposed() {
        String answer = chat.ask("sam", "record O1-KR1: CSV import");
        assertEquals("Sent to Maya Lind as a proposal (PR1); nothing is changed yet.", first(answer));
        assertTrue(answer.contains("record that “CSV import” serves O1-KR1"), answer);
        assertTrue(kept("CSV import").isEmpty());
        chat.ask("maya", "record O1-KR1: CSV import");
        assertTrue(chat.ask("sam", "forget L1").startsWith("Sent to Maya Lind as a proposal (PR2)"));
        assertTrue(kept("CSV import").isPresent());
    }

    @Test
    void forget_it_changes_nothing_and_refuses_nobody() {
        assertEquals(
                "I find no record “L9” of this work, so nothing was changed.", first(chat.ask("sam", "forget L9: x")));
        assertEquals("I find no record called “it”, so nothing was changed.", first(chat.ask("sam", "forget it")));
    }

    @Test
    void a_form_asks_which_key_result_it_is() {
        for (String asked : List.of("record : CSV import", "record: CSV import", "record CSV import")) {
            assertEquals("Which key result does “CSV import” serve?", first(chat.ask("maya", asked)));
        }
        String value = chat.last().card().buttons().get(0).value();
        List<Field.Option> options = chat.last().card().fields().get(0).options();
        assertEquals("None of them", options.get(options.size() - 1).label());
        String nothing = chat.tap("maya", Actions.FILL, value, Map.of("target", List.of("")));
        assertTrue(nothing.contains("Choose the key result that it serves, or none."), nothing);
        chat.tap("maya", Actions.FILL, value, Map.of("target", List.of("O2-KR1")));
        assertEquals("[O2-KR1]", kept("CSV import").orElseThrow().serves().toString());
    }

    @Test
    void a_form_asks_for_the_work_too() {
        assertEquals("Which key result does the work serve?", first(chat.ask("maya", "record")));
        assertEquals("Which work serves O1-KR1?", first(chat.ask("maya", "record O1-KR1:")));
        String value = chat.last().card().buttons().get(0).value();
        String wordless = chat.tap("maya", Actions.FILL, value, Map.of("work", List.of("?!")));
        assertTrue(wordless.contains("Say the work in words"), wordless);
        chat.tap("maya", Actions.FILL, value, Map.of("work", List.of("CSV\nimport")));
        assertEquals("CSV import", kept("CSV import").orElseThrow().title());
    }

    @Test
    void every_button_can_carry_the_longest_work() {
        String longest = "longest ".repeat(125).strip();
        chat.ask("maya", "record none: " + longest);
        assertTrue(chat.last().card().buttons().get(0).value().length() < 2_000);
        assertTrue(kept(longest).isPresent());
        String tooLong = "much ".repeat(300);
        assertTrue(chat.ask("maya", "record none: " + tooLong).contains("in at most 1,000 characters"));
        assertFalse(chat.last().card().buttons().get(0).value().contains("much"));
    }

    @Test
    void a_colon_may_stand_in_the_work() {
        chat.ask("maya", "record none: Spike: O1: try all");
        assertEquals(
                "Spike: O1: try all", kept("spike o1 try all").orElseThrow().title());
        chat.tap("maya", "Undo");
        assertTrue(kept("spike o1 try all").isEmpty());
        assertEquals("Which key result does “Spike: try it” serve?", first(chat.ask("maya", "record Spike: try it")));
    }

    @Test
    void what_is_on_the_roadmap_is_linked_instead() {
        assertEquals(
                "Faster search (I12) is on the roadmap, so its own line counts.",
                first(chat.ask("maya", "record O2-KR1: faster search")));
        assertTrue(first(chat.tap("maya", "Link it to O2-KR1")).startsWith("Recorded: Faster search (I12) serves"));
    }

    @Test
    void changes_tells_what_was_recorded() {
        chat.ask("maya", "record O1-KR1: CSV import");
        String changes = chat.ask("sam", "changes");
        assertTrue(changes.contains("recorded that “CSV import” serves O1-KR1"), changes);
    }

    private Optional<Precedent> kept(String work) {
        return chat.store.load("").roadmap().precedentOf(work);
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
