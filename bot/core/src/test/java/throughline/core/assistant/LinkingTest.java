package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;

class LinkingTest {
    private final Chat chat = new Chat();

    @Test
    void a_pm_records_a_line_and_everybody_sees_it() {
        String answer = chat.ask("maya", "link I12 O2-KR1 because search tickets lead the list");
        assertEquals("Recorded: Faster search (I12) serves O2-KR1 of O2, “Fewer tickets per account”.", first(answer));
        assertTrue(first(chat.ask("sam", "which-okr I12")).startsWith("Faster search (I12) serves O2"));
        assertEquals(
                "search tickets lead the list",
                chat.store.log().get(chat.store.log().size() - 1).why().orElseThrow());
    }

    @Test
    void a_line_can_be_undone_on_the_spot() {
        chat.ask("maya", "link I12 O2-KR1");
        chat.tap("maya", "Undo");
        assertEquals(List.of(), serves("I12"));
    }

    @Test
    void what_a_stakeholder_wants_is_proposed() {
        String answer = chat.ask("sam", "link I12 O2-KR1");
        assertEquals("Sent to Maya Lind as a proposal (PR1); nothing is changed yet.", first(answer));
        assertTrue(answer.contains("• link to "), answer);
        assertEquals(List.of(), serves("I12"));
    }

    @Test
    void a_form_asks_for_what_is_missing_and_records_it() {
        String form = chat.ask("maya", "link faster search");
        assertEquals("Which key result does Faster search (I12) serve?", first(form));
        String value = chat.last().card().buttons().get(0).value();
        String nothing = chat.tap("maya", Actions.FILL, value, Map.of("key_result", List.of("")));
        assertTrue(nothing.contains("Choose the key result that it serves."), nothing);
        chat.tap("maya", Actions.FILL, value, Map.of("key_result", List.of("O1-KR1")));
        assertEquals("[O1-KR1]", serves("I12").toString());
    }

    @Test
    void letters_that_grow_in_lower_case_do_not_move_the_reason() {
        String answer = chat.ask("maya", "link " + "İ".repeat(20) + " O2-KR1 because x");
        assertEquals("Which key result does the initiative serve?", first(answer));
        chat.ask("maya", "link I12 O2-KR1 BECAUSE İzmir asks");
        assertEquals(
                "İzmir asks",
                chat.store.log().get(chat.store.log().size() - 1).why().orElseThrow());
    }

    @Test
    void a_change_is_not_made_on_a_guess() {
        chat.ask("maya", "link fastr serch O2-KR1");
        assertEquals(List.of(), serves("I12"));
    }

    @Test
    void taking_a_line_back_is_asked_about_first() {
        String question = chat.ask("maya", "unlink I3 O1-KR2");
        assertEquals("Take O1-KR2 off Guided setup (I3)?", first(question));
        assertEquals("[O1-KR2]", serves("I3").toString());
        chat.tap("maya", "Take it off");
        assertEquals(List.of(), serves("I3"));
    }

    @Test
    void yes_confirms_and_no_keeps() {
        chat.ask("maya", "unlink guided setup O1-KR2");
        chat.ask("maya", "no");
        assertEquals("[O1-KR2]", serves("I3").toString());
        chat.ask("maya", "unlink guided setup O1-KR2");
        assertTrue(first(chat.ask("maya", "yes")).startsWith("Taken back"));
        assertEquals(List.of(), serves("I3"));
    }

    @Test
    void a_misspelt_initiative_is_suggested() {
        String form = chat.ask("maya", "link guidd setup O1-KR1");
        assertTrue(form.contains("Did you mean Guided setup (I3)?"), form);
    }

    @Test
    void a_line_that_is_there_is_not_recorded_twice() {
        int before = chat.store.log().size();
        assertEquals(
                "Guided setup (I3) already serves O1-KR2. Nothing was changed.",
                first(chat.ask("maya", "link I3 O1-KR2")));
        assertEquals(before, chat.store.log().size());
    }

    private List<ItemId> serves(String id) {
        return chat.store
                .load("")
                .roadmap()
                .find(new ItemId(id), Initiative.class)
                .orElseThrow()
                .serves();
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
