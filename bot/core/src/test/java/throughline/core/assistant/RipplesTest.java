package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Confirmation;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.Flag;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

/** What follows from a change for what hangs under it and for those who watch it; and what is shared for comments. */
class RipplesTest {
    private final Chat chat = new Chat();
    private final Calendar calendar = new Calendar(chat);

    @Test
    void a_changed_target_puts_the_initiatives_under_it_in_question() {
        String done = chat.ask("tom", "edit O1-KR2 target: 60%");
        assertTrue(done.contains("Flagged rebuild?: Guided setup (I3) and Setup checklist for admins (I10)."), done);
        assertEquals(List.of("target"), flags("I3").stream().map(Flag::what).toList());
        calendar.beat();
        assertEquals(1, chat.told("maya").size(), "one message for both, with the day's others");
        assertTrue(
                calendar.days("maya")
                        .get(0)
                        .contains(
                                "Do 2 items of yours still hold? Tom changed the target of 7-day activation (O1-KR2)."),
                calendar.days("maya").get(0));
        assertTrue(chat.ask("sam", "show I3").contains("rebuild? Tom changed the target of 7-day activation (O1-KR2)"));
        assertTrue(chat.ask("sam", "now all").contains("rebuild?"));
        assertTrue(chat.ask("sam", "tree O1 all").contains("rebuild?"));
        assertTrue(chat.ask("maya", "check I3 all").contains("flagged rebuild?"));
    }

    @Test
    void an_objective_counts_as_much_as_its_key_results() {
        chat.ask("tom", "edit O1 target: Half of them by spring");
        assertEquals(List.of(), flags("I3"), "a first target changes nothing");
        chat.ask("tom", "edit O1 target: All of them");
        assertEquals(1, flags("I3").size());
        assertEquals(1, flags("I4").size());
    }

    @Test
    void a_changed_definition_puts_the_workstreams_in_question() {
        chat.ask("priya", "add workstream Wizard for I3");
        chat.ask("priya", "edit W1 owner: Priya Shah");
        chat.ask("maya", "edit I3 non_goals + Kiosks");
        assertEquals(1, flags("W1").size());
        calendar.beat();
        String asked = "Does Wizard (W1) still hold? Maya changed the non goals of Guided setup (I3).";
        assertTrue(
                calendar.days("priya").get(0).contains(asked),
                calendar.days("priya").get(0));
        assertEquals("Settled: Wizard (W1) will be decomposed anew.", first(chat.ask("priya", "settle W1 changed")));
        assertEquals(List.of(), flags("W1"));
    }

    @Test
    void what_is_settled_before_the_days_message_is_not_asked() {
        chat.after(Duration.ofHours(10));
        chat.ask("tom", "edit O1-KR2 target: 60%");
        chat.ask("maya", "settle I3 still right");
        chat.ask("maya", "settle I10 still right");
        calendar.at("2026-11-23T08:30:00Z");
        assertTrue(calendar.days("maya").stream().noneMatch(text -> text.contains("still hold")));
    }

    @Test
    void however_much_changes_in_a_day_it_is_one_message() {
        chat.ask("sam", "watch I9");
        chat.ask("sam", "watch O1-KR2");
        calendar.beat();
        int before = chat.told("sam").size();
        chat.ask("maya", "move I9 next because Q1 is full");
        chat.ask("tom", "edit O1-KR2 target: 60%");
        chat.ask("maya", "own I9 tom");
        assertEquals(before, chat.told("sam").size(), "nothing at once");
        calendar.beat();
        assertEquals(before + 1, chat.told("sam").size());
        assertEquals(
                "For you today: 3 pieces of news.", first(calendar.days("sam").get(0)));
        assertFalse(
                chat.store.load("").roadmap().newsSince(LocalDate.MIN.withYear(1)).stream()
                        .anyMatch(news -> (news.title() + news.more()).contains("Tom")),
                "no name in a fact");
    }

    @Test
    void who_changed_a_definition_may_take_it_back_with_the_flags_of_others() {
        chat.ask("priya", "add workstream Wizard for I3");
        chat.ask("maya", "edit I3 non_goals + Kiosks");
        chat.ask("maya", "undo");
        chat.tap("maya", "Take it back");
        assertEquals(List.of(), flags("W1"));
    }

    @Test
    void the_owner_settles_a_flag() {
        chat.ask("tom", "edit O1-KR2 target: 60%");
        assertEquals("2 items of yours are flagged, of 2 in all.", first(chat.ask("maya", "flags")));
        chat.ask("maya", "settle I3");
        assertEquals("Settled: Guided setup (I3) still holds.", first(chat.tap("maya", "Still right")));
        assertEquals(List.of(), flags("I3"));
        assertEquals(Optional.of(Acme.MAYA), bet("I3").confirmed().map(Confirmation::by));
        assertTrue(first(chat.ask("sam", "settle I10 still right")).startsWith("Only Maya Lind can say"));
        assertEquals("1 item is flagged, none of them yours.", first(chat.ask("sam", "flags")));
    }

    @Test
    void what_is_taken_back_takes_its_flags_along() {
        chat.ask("tom", "edit O1-KR2 target: 60%");
        chat.ask("tom", "undo");
        chat.tap("tom", "Take it back");
        assertEquals(List.of(), flags("I3"));
        assertEquals(
                "Nothing is flagged: nothing changed above it that is not settled.", first(chat.ask("tom", "flags")));
    }

    @Test
    void who_watches_hears_what_becomes_of_it_and_others_do_not() {
        chat.ask("sam", "watch SSO for all plans");
        assertEquals("You watch SSO for all plans (I9) already.", first(chat.ask("sam", "watch I9")));
        chat.ask("maya", "move I9 next because Q1 is full");
        String told = chat.waiting("sam").get(0);
        assertEquals("Maya moved SSO for all plans (I9) from Now to Next.", first(told));
        assertTrue(told.contains("Why: Q1 is full. You watch I9; “unwatch I9” ends that."), told);
        chat.ask("maya", "edit I9 why: Banks ask.");
        assertEquals(1, chat.waiting("sam").size());
        assertTrue(chat.ask("sam", "watching").contains("Next"));
        chat.ask("sam", "unwatch I9");
        chat.ask("maya", "own I9 tom");
        assertEquals(1, chat.waiting("sam").size());
    }

    @Test
    void what_is_said_at_once_anyway_takes_it_along() {
        chat.ask("priya", "watch I3");
        chat.ask("priya", "edit I3 owner: Priya Shah");
        chat.ask("maya", "watch I3");
        String proposed = chat.told("priya").get(chat.told("priya").size() - 1);
        assertTrue(proposed.contains("PR1"), proposed);
        chat.ask("maya", "accept PR1");
        String told = chat.told("priya").get(chat.told("priya").size() - 1);
        assertTrue(told.contains("Also: Maya changed the owner of Guided setup (I3)"), told);
        assertEquals(List.of(), chat.waiting("priya"));
    }

    @Test
    void nobody_hears_of_ones_own_change() {
        chat.ask("maya", "watch I9");
        chat.ask("maya", "move I9 next");
        assertEquals(2, chat.told("maya").size(), "the answers alone");
        assertEquals(List.of(), chat.waiting("maya"));
    }

    @Test
    void when_and_show_offer_to_watch() {
        chat.ask("sam", "when SSO");
        assertEquals("You watch SSO for all plans (I9) from now on.", first(chat.tap("sam", "Watch I9")));
    }

    @Test
    void a_shared_horizon_collects_comments_as_evidence() {
        String sent = chat.ask("maya", "share now with Priya Shah, stakeholders");
        assertEquals("Sent Now to Priya and Sam for comments (SH1).", first(sent));
        assertTrue(first(chat.told("priya").get(0)).startsWith("Now as Maya proposes it: 6 bets."), sent);
        chat.tap("priya", Actions.FILL, "comment SH1", Map.of("words", List.of("Too much"), "item", List.of("all")));
        chat.ask("sam", "comment I9: Banks want it in spring");
        Evidence onAll = (Evidence) roadmap().find("E1").orElseThrow();
        assertEquals(Optional.of(Evidence.Origin.STAKEHOLDER), onAll.values().find(Evidence.ORIGIN));
        assertEquals(6, onAll.values().all(Evidence.INITIATIVES).size());
        assertEquals(Optional.of("engineering lead"), onAll.values().find(Evidence.VOICE));
        assertEquals(2, roadmap().evidenceFor(bet("I9")).size());
        assertEquals(
                "Sam commented on SSO for all plans (I9).",
                first(chat.told("maya").get(2)));
        String comments = chat.ask("maya", "comments");
        assertTrue(first(comments).startsWith("2 comments on Now, shared by Maya"), comments);
    }

    @Test
    void in_a_channel_it_is_posted_there() {
        String posted = chat.command("maya", "#growth", "share next");
        assertTrue(first(posted).startsWith("Next as Maya proposes it: 1 bet."), posted);
    }

    @Test
    void nothing_is_shared_on_a_slip() {
        assertTrue(first(chat.ask("maya", "share now with unicorns")).contains("“unicorns”, so nothing was shared"));
        assertTrue(first(chat.ask("maya", "share now")).startsWith("With whom?"));
        assertTrue(first(chat.ask("sam", "share now with growth")).startsWith("Only a PM"));
        assertTrue(first(chat.ask("sam", "comment Nice")).startsWith("Nothing is shared"));
        assertFalse(roadmap().shares().stream().findAny().isPresent());
    }

    private List<Flag> flags(String id) {
        Item item = roadmap().find(id).orElseThrow();
        return Flag.of(item);
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    private Initiative bet(String id) {
        return roadmap().find(new ItemId(id), Initiative.class).orElseThrow();
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
