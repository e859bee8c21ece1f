package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.ItemId;

/** How a changed objective goes from leadership to everybody. */
class CascadingTest {
    private final Chat chat = new Chat();
    private final Calendar calendar = new Calendar(chat);

    @BeforeEach
    void an_organization() {
        Hired.one(chat, "lea", Role.PRODUCT_LEAD);
        Hired.one(chat, "eng", Role.TEAM_MEMBER);
        Hired.team(chat, "TM1", List.of(Acme.PRIYA, Acme.MAYA, Hired.id("eng")));
        chat.ask("tom", "edit O1 why: New teams that see value in a week stay; because the pricing test says so");
    }

    private List<String> changes(String person) {
        return calendar.days(person).stream()
                .filter(text -> text.contains("(O1) changed: "))
                .toList();
    }

    private void morning(String day) {
        calendar.at(Instant.parse(day + "T08:30:00Z"));
    }

    @Test
    void each_level_is_told_when_the_one_above_has_read_it() {
        morning("2026-11-23");
        assertEquals(1, changes("maya").size(), "who owns it");
        assertEquals(0, changes("lea").size());
        assertTrue(
                changes("maya").get(0).contains("its reason was"),
                changes("maya").get(0));
        assertTrue(changes("maya").get(0).contains("the pricing test says so"));
        assertTrue(calendar.tapDay("maya", "I have read it").startsWith("Noted: you have read"));
        calendar.daily.run();
        assertTrue(calendar.standing("maya").contains("You have read it."), calendar.standing("maya"));
        assertTrue(calendar.standing("maya").contains("its reason was"), calendar.standing("maya"));
        assertFalse(calendar.standing("maya").contains("[I have read it]"), calendar.standing("maya"));
        morning("2026-11-24");
        assertEquals(1, changes("lea").size());
        assertEquals(0, changes("priya").size());
        calendar.tapDay("lea", "I have read it");
        morning("2026-11-25");
        assertEquals(1, changes("priya").size());
        assertEquals(0, changes("eng").size());
        calendar.tapDay("priya", "I have read it");
        morning("2026-11-26");
        assertEquals(1, changes("eng").size());
        assertEquals(0, changes("tom").size(), "who changed it");
        calendar.tapDay("eng", "I have read it");
        assertTrue(chat.ask("sam", "cascade CA1").contains("Read by 1 of 1 leadership, 1 of 1 product leads"));
        assertTrue(calendar.tapDay("eng", "I have read it").startsWith("You have said so already."));
    }

    @Test
    void a_level_that_does_not_read_it_is_passed_over_and_the_one_above_hears_of_it() {
        morning("2026-11-23");
        chat.ask("maya", "cascade CA1 read");
        morning("2026-11-24");
        morning("2026-11-30");
        assertEquals(1, changes("priya").size(), "a week after the product lead was told");
        String told = String.join("\n", calendar.days("tom"));
        assertTrue(told.contains("Not read within a week by product leads: Lea."), told);
        chat.ask("lea", "cascade CA1 read");
        morning("2026-12-07");
        assertEquals(1, changes("eng").size());
        assertTrue(
                String.join("\n", calendar.days("lea")).contains("Not read within a week by team leads: Priya."),
                calendar.days("lea").toString());
    }

    @Test
    void a_question_goes_to_its_author_and_is_answered_once_for_all() {
        morning("2026-11-23");
        String form = calendar.tapDay("maya", "Question");
        assertTrue(form.startsWith("What do you want to know about it? Tom answers once for all."), form);
        chat.ask("maya", "cascade CA1 question: does that hold for trials as well?");
        assertTrue(
                chat.told("tom").toString().contains("does that hold for trials"),
                chat.told("tom").toString());
        chat.ask("tom", "answer Q1 Yes, for trials too");
        assertTrue(chat.told("maya").toString().contains("Yes, for trials too"));
        chat.ask("maya", "cascade CA1 read");
        morning("2026-11-24");
        assertTrue(
                changes("lea").get(0).contains("Yes, for trials too"),
                changes("lea").get(0));
        String again = chat.ask("lea", "cascade CA1 question: does that hold for trials as well?");
        assertTrue(again.contains("Yes, for trials too"), again);
    }

    @Test
    void what_was_taken_back_the_same_day_disturbs_nobody() {
        chat.ask("tom", "undo");
        morning("2026-11-23");
        assertEquals(0, changes("maya").size());
        assertTrue(chat.ask("sam", "cascade").startsWith("No changed strategy or objective is being passed on."));
    }

    @Test
    void a_later_change_takes_its_place() {
        morning("2026-11-23");
        chat.ask("tom", "edit O1 why: They stay; because of the survey");
        morning("2026-11-24");
        assertEquals(2, changes("maya").size());
        assertTrue(chat.ask("maya", "cascade CA1").contains("A later change took its place."));
        assertTrue(chat.store.load("").roadmap().cascadesOf(new ItemId("O1")).size() == 2);
    }

    @Test
    void who_has_not_read_what_it_took_the_place_of_reads_that_too() {
        morning("2026-11-23");
        chat.ask("maya", "cascade CA1 read");
        chat.ask("tom", "edit O1 target: Half of them by spring; because of the survey");
        morning("2026-11-24");
        assertFalse(changes("maya").get(1).contains("Before that"), "it was read");
        chat.ask("maya", "cascade CA2 read");
        morning("2026-11-25");
        assertTrue(
                changes("lea").get(0).contains("Before that, on 23 November: its reason was"),
                changes("lea").get(0));
        chat.ask("lea", "cascade CA2 read");
        chat.ask("tom", "edit O1 target: All of them by spring; because of the survey");
        morning("2026-11-26");
        chat.ask("maya", "cascade CA3 read");
        morning("2026-11-27");
        assertFalse(
                changes("lea").get(1).contains("Before that"), changes("lea").get(1));
    }

    @Test
    void who_reads_it_late_keeps_nobody_waiting_again() {
        morning("2026-11-23");
        morning("2026-11-30");
        assertEquals(1, changes("lea").size(), "a week after the owner was told");
        morning("2026-12-04");
        chat.ask("maya", "cascade CA1 read");
        morning("2026-12-07");
        assertEquals(1, changes("priya").size(), "a week after the product lead was told");
    }
}
