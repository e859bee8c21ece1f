package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.people.Account;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;

class ErasureTest {
    private final Chat chat = new Chat();

    @Test
    void an_admin_erases_a_person_and_what_was_done_stays() {
        chat.record(Acme.TOM, "he said so", retitle("Faster search", "Quick search"));
        String asked = chat.ask("admin", "forget-person Tom Okafor");
        assertEquals("Forget Tom Okafor for good?", first(asked));
        assertTrue(asked.contains("1 initiative would have an owner who left"), asked);
        assertEquals("Tom Okafor is forgotten.", first(chat.tap("admin", "Erase for good")));
        assertEquals(Optional.empty(), chat.store.load("").people().find(Acme.TOM));
        assertEquals(Optional.empty(), chat.store.load("").people().find(Account.local("tom")));
        String history = chat.ask("sam", "history I12");
        assertTrue(history.contains("someone who left"), history);
        assertFalse(chat.ask("sam", "changes").contains("Tom"));
        assertFalse(chat.ask("sam", "show I7").contains("Tom"));
    }

    @Test
    void everybody_may_be_forgotten_and_met_anew() {
        assertEquals("Forget you for good?", first(chat.ask("sam", "forget me")));
        assertEquals("You are forgotten.", first(chat.tap("sam", "Erase for good")));
        assertEquals(Optional.empty(), chat.store.load("").people().find(Acme.SAM));
        chat.ask("sam", "now");
        assertEquals(
                Optional.of("sam"),
                chat.store.load("").people().find(Account.local("sam")).map(person -> person.name()));
    }

    @Test
    void nobody_erases_others_without_being_an_admin() {
        assertEquals(
                "Only an admin erases somebody else, so nothing was changed.",
                first(chat.ask("maya", "forget-person Tom Okafor")));
        assertEquals(
                "Only an admin erases somebody else, so nothing was changed.",
                first(chat.ask("maya", "forget-person #p2 yes")));
        assertTrue(chat.store.load("").people().find(Acme.TOM).isPresent());
    }

    @Test
    void the_only_admin_stays() {
        chat.ask("admin", "role");
        assertTrue(first(chat.ask("admin", "forget me")).endsWith("is the only admin, so nothing was changed."));
        assertTrue(first(chat.ask("admin", "forget-person Nobody Atall")).startsWith("I know nobody called"));
        assertTrue(first(chat.ask("admin", "forget-person")).startsWith("Whom?"));
    }

    @Test
    void words_of_a_change_are_taken_out_for_good() {
        chat.record(Acme.TOM, "Jo Doe is ill", retitle("Faster search", "Until Jo is back"));
        chat.record(Acme.MAYA, "", retitle("Until Jo is back", "Quick search"));
        String asked = chat.ask("admin", "redact I12 2");
        assertEquals("Take the words of this change of I12 out of the history for good?", first(asked));
        chat.tap("admin", "Take them out");
        String history = chat.ask("sam", "history I12 all");
        assertFalse(history.contains("Jo"), history);
        assertTrue(history.contains("from “Faster search” to “[redacted]”"), history);
        assertTrue(history.contains("from “[redacted]” to “Quick search”"), history);
        assertTrue(history.contains("why: [redacted]"), history);
        assertTrue(history.contains("redacted what was said about Quick search (I12)"), history);
        assertEquals(
                "Quick search",
                chat.store.load("").roadmap().find("I12").orElseThrow().title());
        assertEquals(
                "This change has no words of its own, so nothing was changed.",
                first(chat.ask("admin", "redact I12 2")));
    }

    @Test
    void words_that_still_stand_are_gone_from_the_roadmap_too() {
        chat.record(Acme.TOM, "", retitle("Faster search", "Until Jo is back"));
        chat.ask("admin", "redact I12 2");
        chat.tap("admin", "Take them out");
        assertEquals(
                "[redacted]",
                chat.store.load("").roadmap().find("I12").orElseThrow().title());
        assertFalse(chat.ask("sam", "now all").contains("Jo"));
    }

    @Test
    void words_that_came_as_a_proposal_are_taken_out_of_it_too() {
        chat.ask("sam", "edit I12 title: Until Jo is back; because Jo Doe is ill");
        chat.ask("maya", "accept PR1");
        assertEquals("Until Jo is back", title());
        chat.ask("sam", "edit I12 title: Until Jo is back again; because Jo Doe is ill");
        String number = chat.ask("admin", "redact I12")
                .lines()
                .filter(line -> line.contains("Until Jo is back"))
                .findFirst()
                .orElse("");
        assertTrue(number.contains("2"), number);
        chat.ask("admin", "redact I12 2");
        chat.tap("admin", "Take them out");
        assertEquals("[redacted]", title());
        assertFalse(chat.store.log().toString().contains("Jo"), chat.store.log().toString());
    }

    private String title() {
        return chat.store.load("").roadmap().find("I12").orElseThrow().title();
    }

    @Test
    void only_an_admin_takes_words_out() {
        assertEquals(
                "Only an admin takes words out of the history, so nothing was changed.",
                first(chat.ask("maya", "redact I12 1")));
        assertTrue(first(chat.ask("admin", "redact I12")).startsWith("The words of which change of I12?"));
        assertTrue(first(chat.ask("admin", "redact unicorns 1")).startsWith("I find nothing called “unicorns”"));
    }

    @Test
    void an_id_that_is_none_is_nobodys() {
        assertTrue(chat.ask("maya", "forget-person #").startsWith("Only an admin erases somebody else"));
    }

    private static Change retitle(String from, String to) {
        return new Change.Edited<>(
                Kind.INITIATIVE, new ItemId("I12"), Initiative.TITLE, Optional.of(from), Optional.of(to));
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
