package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;

class UndoTest {
    private static final ItemId SEARCH = new ItemId("I12");
    private final Chat chat = new Chat();

    @Test
    void ones_last_change_is_taken_back_at_once() {
        Roadmap before = roadmap();
        chat.ask("maya", "link I12 O2-KR1");
        assertEquals(
                "Taken back: linked Faster search (I12) to tickets per account (O2-KR1).",
                first(chat.ask("maya", "undo")));
        assertEquals(items(before), items(roadmap()));
        assertEquals("I find no change of yours from the last 30 days to take back.", first(chat.ask("maya", "undo")));
    }

    @Test
    void several_times_goes_further_back() {
        moved(Horizon.NOW, Horizon.NEXT);
        moved(Horizon.NEXT, Horizon.LATER);
        chat.ask("maya", "undo");
        assertEquals(Horizon.NEXT, horizon());
        chat.ask("maya", "undo");
        assertEquals(Horizon.NOW, horizon());
    }

    @Test
    void what_was_taken_back_is_done_again_and_taken_back_again() {
        moved(Horizon.NOW, Horizon.NEXT);
        chat.ask("maya", "undo");
        assertEquals("Done again: moved Faster search (I12) from Now to Next.", first(chat.tap("maya", "Redo")));
        assertEquals(Horizon.NEXT, horizon());
        assertEquals("You took nothing back that I could do again.", first(chat.ask("maya", "redo")));
        chat.ask("maya", "undo");
        assertEquals(Horizon.NOW, horizon());
    }

    @Test
    void only_ones_own_changes_are_taken_back() {
        moved(Horizon.NOW, Horizon.NEXT);
        assertEquals("I find no change of yours from the last 30 days to take back.", first(chat.ask("tom", "undo")));
        String answer = chat.ask("tom", "undo I12");
        assertEquals("You changed nothing about “I12” in the last 30 days.", first(answer));
        assertTrue(answer.contains("The last change was by Maya, today 11:00"), answer);
    }

    @Test
    void what_is_older_than_ten_minutes_is_shown_first() {
        moved(Horizon.NOW, Horizon.NEXT);
        chat.after(Duration.ofMinutes(11));
        String answer = chat.ask("maya", "undo");
        assertEquals("Take back what you did today 11:00?", first(answer));
        assertTrue(answer.contains("would be: moved Faster search (I12) from Next to Now"), answer);
        assertEquals(Horizon.NEXT, horizon());
        chat.ask("maya", "yes");
        assertEquals(Horizon.NOW, horizon());
    }

    @Test
    void what_is_about_more_than_one_item_is_shown_first() {
        chat.record(Acme.MAYA, "", move(Horizon.NOW, Horizon.NEXT), retitle("I3", "Guided setup", "Wizard"));
        assertTrue(first(chat.ask("maya", "undo")).startsWith("Take back what you did"));
        chat.tap("maya", "Take it back");
        assertEquals(Horizon.NOW, horizon());
        assertEquals("Guided setup", title("I3"));
    }

    @Test
    void what_somebody_changed_since_is_not_overwritten_unless_it_is_said() {
        moved(Horizon.NOW, Horizon.NEXT);
        chat.record(Acme.TOM, "too early", move(Horizon.NEXT, Horizon.LATER));
        String answer = chat.ask("maya", "undo");
        assertEquals("The same was changed again since, so nothing was taken back.", first(answer));
        assertTrue(answer.contains("Tom, today 11:00"), answer);
        assertTrue(answer.contains("moved Faster search (I12) from Next to Later"), answer);
        assertEquals(Horizon.LATER, horizon());
        chat.ask("maya", "undo anyway");
        assertEquals(Horizon.NOW, horizon());
    }

    @Test
    void the_rest_can_be_taken_back_without_what_was_changed_since() {
        chat.record(Acme.MAYA, "", move(Horizon.NOW, Horizon.NEXT), retitle("I12", "Faster search", "Search"));
        chat.record(Acme.TOM, "", move(Horizon.NEXT, Horizon.LATER));
        chat.ask("maya", "undo");
        chat.tap("maya", "Take back the rest");
        assertEquals(Horizon.LATER, horizon());
        assertEquals("Faster search", title("I12"));
    }

    @Test
    void what_was_removed_comes_back_as_it_was() {
        Item dark = roadmap().find("I14").orElseThrow();
        chat.record(Acme.MAYA, "", new Change.Removed(dark));
        assertEquals("Taken back: removed Dark mode (I14).", first(chat.ask("maya", "undo I14")));
        assertEquals(Optional.of(dark), roadmap().find("I14"));
    }

    @Test
    void what_was_removed_does_not_come_back_without_what_it_hangs_on() {
        Item keyResult = roadmap().find("O2-KR1").orElseThrow();
        Item objective = roadmap().find("O2").orElseThrow();
        chat.record(Acme.MAYA, "", new Change.Removed(keyResult));
        chat.record(Acme.TOM, "", new Change.Removed(objective));
        assertEquals(
                "O2 is no longer on the roadmap, and what you would take back hangs on it, so nothing was changed.",
                first(chat.ask("maya", "undo O2-KR1")));
        assertTrue(roadmap().find("O2-KR1").isEmpty());
        chat.ask("tom", "undo O2");
        chat.ask("maya", "undo O2-KR1");
        assertEquals(Optional.of(keyResult), roadmap().find("O2-KR1"));
    }

    @Test
    void what_was_removed_together_comes_back_together() {
        Item keyResult = roadmap().find("O2-KR1").orElseThrow();
        Item objective = roadmap().find("O2").orElseThrow();
        chat.record(Acme.MAYA, "", new Change.Removed(keyResult), new Change.Removed(objective));
        chat.ask("maya", "undo O2 yes");
        assertEquals(Optional.of(keyResult), roadmap().find("O2-KR1"));
        assertEquals(Optional.of(objective), roadmap().find("O2"));
    }

    @Test
    void a_text_of_two_lines_is_no_item() {
        assertTrue(first(chat.ask("maya", "undo that\nplease")).startsWith("I find no change of yours"));
        assertTrue(first(chat.ask("maya", "undo this\nthing")).startsWith("I find nothing called"));
    }

    @Test
    void what_was_added_goes_unless_something_hangs_on_it() {
        Item bet = Acme.bet("I20", "Calendar", Horizon.LATER, values -> values);
        chat.record(Acme.MAYA, "", new Change.Added(bet));
        chat.record(
                Acme.TOM,
                "",
                new Change.Listed<>(Kind.INITIATIVE, new ItemId("I14"), Initiative.DEPENDS_ON, new ItemId("I20")));
        assertEquals(
                "The same was changed again since, so nothing was taken back.", first(chat.ask("maya", "undo I20")));
        chat.ask("tom", "undo");
        chat.ask("maya", "undo I20");
        assertTrue(roadmap().find("I20").isEmpty());
    }

    @Test
    void what_nobody_knows_the_former_state_of_is_told() {
        chat.record(Acme.MAYA, "", new Change.Removed(Kind.INITIATIVE, new ItemId("I14")));
        String answer = chat.ask("maya", "undo");
        assertTrue(answer.contains("what it was before is not known"), answer);
        assertTrue(roadmap().find("I14").isEmpty());
    }

    @Test
    void an_earlier_change_is_taken_back_by_its_number() {
        chat.record(Acme.MAYA, "", retitle("I3", "Guided setup", "Wizard"));
        moved(Horizon.NOW, Horizon.NEXT);
        chat.ask("maya", "undo 2");
        assertEquals("Guided setup", title("I3"));
        assertEquals(Horizon.NEXT, horizon());
    }

    @Test
    void a_change_of_more_than_thirty_days_ago_stays() {
        moved(Horizon.NOW, Horizon.NEXT);
        chat.after(Duration.ofDays(31));
        assertTrue(first(chat.ask("maya", "undo")).startsWith("I find no change of yours"));
    }

    @Test
    void a_file_is_not_taken_back_item_by_item() {
        String answer = chat.ask("maya", "undo I12");
        assertEquals("Faster search (I12) came with a file, which is not taken back item by item.", first(answer));
    }

    @Test
    void who_may_no_longer_edit_takes_nothing_back() {
        PersonId sam = Acme.SAM;
        chat.record(sam, "", move(Horizon.NOW, Horizon.NEXT));
        assertEquals("Only a PM can change this, so nothing was changed.", first(chat.ask("sam", "undo")));
        assertEquals(Horizon.NEXT, horizon());
    }

    @Test
    void a_question_to_an_owner_is_not_taken_back() {
        chat.ask("maya", "ask-owner I7: When do we start?");
        assertTrue(first(chat.ask("maya", "undo")).startsWith("I find no change of yours"));
    }

    @Test
    void undoing_is_told_among_the_changes_and_in_the_history() {
        moved(Horizon.NOW, Horizon.NEXT);
        chat.ask("maya", "undo");
        String answer = chat.ask("sam", "history I12");
        assertTrue(answer.contains("moved Faster search (I12) from Next to Now"), answer);
        assertTrue(answer.contains("why: taken back"), answer);
        assertFalse(chat.ask("sam", "changes").contains("#"));
    }

    @Test
    void what_something_else_refers_to_by_now_is_never_taken_back() {
        chat.ask("maya", "add initiative Calendar for O1-KR1");
        chat.ask("priya", "add workstream Calendar pages for I15");
        String answer = chat.ask("maya", "undo I15 anyway");
        assertEquals("Something else refers to Calendar (I15) by now, so nothing was taken back.", first(answer));
        assertTrue(roadmap().find("I15").isPresent());
        chat.ask("priya", "undo");
        chat.ask("maya", "undo I15");
        assertTrue(roadmap().find("I15").isEmpty());
    }

    @Test
    void what_nobody_else_is_told_of_is_taken_back_as_well() {
        chat.ask("maya", "watch I3");
        assertEquals("Taken back: what you did today 11:00.", first(chat.ask("maya", "undo")));
        assertTrue(first(chat.ask("maya", "watching")).startsWith("You watch nothing"));
    }

    private void moved(Horizon from, Horizon to) {
        chat.record(Acme.MAYA, "", move(from, to));
    }

    private static Change move(Horizon from, Horizon to) {
        return new Change.Edited<>(Kind.INITIATIVE, SEARCH, Initiative.HORIZON, Optional.of(from), Optional.of(to));
    }

    private static Change retitle(String id, String from, String to) {
        return new Change.Edited<>(
                Kind.INITIATIVE, new ItemId(id), Initiative.TITLE, Optional.of(from), Optional.of(to));
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    private Horizon horizon() {
        return roadmap().find(SEARCH, Initiative.class).orElseThrow().horizon();
    }

    private String title(String id) {
        return roadmap().find(id).orElseThrow().title();
    }

    private static List<Item> items(Roadmap roadmap) {
        return roadmap.stream().map(Roadmap.Placed::item).toList();
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
