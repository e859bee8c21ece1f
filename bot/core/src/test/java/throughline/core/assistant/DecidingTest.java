package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.ItemId;

/** What becomes of a request that somebody decides. */
class DecidingTest extends Deciding {
    @Test
    void a_decline_has_a_reason_and_comes_back_by_itself() {
        Filed.by(chat, Acme.SAM);
        String done = chat.ask(
                "maya", "decide R1 decline because two accounts ask for it; revisit if O1-KR2 passes 55 % by Q1 2027");
        assertEquals("Declined: Bulk export (D1).", first(done));
        assertTrue(done.contains("Revisit when 7-day activation (O1-KR2) passes 55 % by 31 March 2027."), done);
        String told = last("sam");
        assertEquals("Declined: Bulk export (D1).", first(told));
        assertTrue(told.contains("Maya: “two accounts ask for it.”"), told);
        assertTrue(told.contains("I'll bring it back by myself."), told);
        assertEquals(FeatureRequest.State.DECIDED, asked().state());
    }

    @Test
    void who_wants_to_hear_nothing_of_requests_is_asked_only() {
        Filed.by(chat, Acme.SAM);
        chat.ask("sam", "requests quiet");
        assertTrue(chat.ask("sam", "settings").contains("nothing of your requests"));
        int before = chat.told("sam").size();
        chat.ask("maya", "ask-back R1 For how many accounts?");
        assertEquals(before + 1, chat.told("sam").size(), "what needs an answer is asked");
        String done = chat.ask("maya", "decide R1 decline because two accounts ask for it");
        assertFalse(done.contains("is told"), done);
        assertEquals(before + 1, chat.told("sam").size());
        assertTrue(chat.ask("sam", "requests").contains("declined (D1)"));
        chat.ask("sam", "requests on");
        Filed.by(chat, "R2", "Audit log", "I7", Acme.SAM);
        before = chat.told("sam").size();
        chat.ask("maya", "decide R2 decline because nobody else asks for it");
        assertEquals(before + 1, chat.told("sam").size());
    }

    @Test
    void a_decision_without_a_reason_is_asked_for_one() {
        Filed.by(chat, Acme.SAM);
        String card = chat.ask("maya", "decide R1 decline");
        assertEquals("Not decided yet. A decision needs a reason: the requester reads it.", first(card));
        chat.tap(
                "maya",
                Actions.FILL,
                "decide R1",
                Map.of("what", List.of("later"), "reason", List.of("Not this year")));
        assertEquals("Not now: Bulk export is in Later (D1).", first(last("sam")));
        assertEquals(Horizon.LATER, made().horizon());
        assertEquals("A CSV of everything", made().description().orElse(""));
    }

    @Test
    void what_is_wrong_with_a_tripwire_is_told_and_nothing_is_lost() {
        Filed.by(chat, Acme.SAM);
        String card = chat.ask("maya", "decide R1 later because it can wait; revisit if churn > 3 %");
        assertTrue(first(card).startsWith("Not decided yet. I find no key result called “churn”."), card);
        assertTrue(roadmap().decisions().isEmpty());
    }

    @Test
    void what_names_nothing_comes_back_after_three_months() {
        Filed.by(chat, Acme.SAM);
        String done = chat.ask("maya", "decide R1 next because it fits");
        assertTrue(done.contains("Revisit on 20 February 2027."), done);
        assertEquals(
                "D1 comes back when 7-day activation (O1-KR2) reaches 60.", first(chat.ask("maya", "revisit D1 ≥ 60")));
    }

    @Test
    void who_joins_twice_is_one_person() {
        Filed.by(chat, Acme.SAM, Acme.SAM, Acme.PRIYA, Acme.PRIYA);
        assertTrue(chat.ask("maya", "decide R1").contains("Asked by: Sam, today, and 1 other"));
        chat.ask("maya", "decide R1 decline because too few");
        assertTrue(chat.ask("maya", "show D1").contains("Asked by: Sam and 1 other (R1)"));
    }

    @Test
    void what_is_declined_says_where_it_stays() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 next because it fits");
        String done = chat.ask("maya", "decide R1 again decline because it does not fit any more");
        assertTrue(done.contains("Bulk export (I15) stays in Next. To take it out: drop I15 because …"), done);
    }

    @Test
    void who_cannot_be_asked_back_is_said() {
        Filed.by(chat, Acme.SAM);
        chat.speaker.away.add("sam");
        assertEquals(
                "Your question stands with R1, but I can't reach Sam.",
                first(chat.ask("maya", "ask-back R1 For how many accounts?")));
    }

    @Test
    void only_a_pm_decides() {
        Filed.by(chat, Acme.SAM);
        assertTrue(first(chat.ask("sam", "decide R1 next because I want it"))
                .startsWith("Only Maya Lind, or another PM,"));
    }

    @Test
    void an_override_is_recorded_with_what_was_missing() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 override because the contract ends");
        Admission entry = made().entered().orElseThrow();
        assertEquals(Admission.Way.OVERRIDE, entry.way());
        assertEquals(Optional.of("the contract ends"), entry.reason());
        assertFalse(entry.missing().isEmpty());
        assertEquals("Yes, against the gate: Bulk export is in Now (D1).", first(last("sam")));
        String tax = chat.ask("maya", "decisions tax");
        assertTrue(tax.startsWith("Urgency tax: in 2026-Q4 Other departments had 1 override and 0 swaps."), tax);
    }

    @Test
    void what_is_asked_back_goes_to_the_requester_and_the_answer_returns() {
        Filed.by(chat, Acme.SAM);
        assertEquals(
                "I asked Sam; R1 waits for the answer.", first(chat.ask("maya", "ask-back R1 For how many accounts?")));
        assertTrue(last("sam").contains("“For how many accounts?”"), last("sam"));
        chat.tap("sam", Actions.FILL, "reply R1", Map.of("words", List.of("Two")));
        assertTrue(last("maya").contains("Maya asked “For how many accounts?” Sam: Two"), last("maya"));
        chat.ask("maya", "decide R1 decline because two are few");
        assertTrue(first(chat.ask("sam", "reply R1 And a third")).startsWith("Bulk export (R1) is decided already"));
    }

    @Test
    void who_withdraws_frees_everybody() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        chat.ask("sam", "withdraw R1");
        assertEquals("Sam withdrew the request Bulk export (R1).", first(last("tom")));
        assertEquals("Sam withdrew the request Bulk export (R1).", first(last("maya")));
        assertEquals("Sam withdrew Bulk export (R1). You need not do anything.", first(chat.ask("tom", "agree D1")));
        assertEquals(
                "Sam withdrew Bulk export (R1). There is nothing to decide.", first(chat.ask("maya", "decide R1")));
    }

    @Test
    void what_others_joined_is_passed_on_to_them() {
        Filed.by(chat, Acme.SAM, Acme.PRIYA, Acme.TOM);
        chat.ask("maya", "ask-back R1 For how many accounts?");
        chat.ask("maya", "decide R1 swap because the deal is large");
        String left = chat.ask("sam", "withdraw R1");
        assertEquals("You no longer ask for Bulk export (R1). It stays open for Priya and 1 other.", first(left));
        assertEquals("Bulk export (R1) is yours now: Sam no longer asks for it.", first(last("priya")));
        assertTrue(last("priya").contains("Maya asked “For how many accounts?”"), last("priya"));
        assertEquals(
                "Sam no longer asks for Bulk export (R1). It stays open for Priya and 1 other.", first(last("maya")));
        assertEquals(List.of(Acme.PRIYA, Acme.TOM), asked().people());
        assertEquals(List.of(), asked().customers());
        assertEquals(FeatureRequest.State.WITH_OWNER, asked().state());
        assertEquals(
                "You no longer ask for Bulk export (R1). It stays open for Priya.",
                first(chat.ask("tom", "withdraw R1")));
        assertTrue(first(chat.ask("sam", "withdraw R1")).startsWith("Only Priya"));
        assertEquals("Withdrawn: the request Bulk export (R1).", first(chat.ask("priya", "withdraw R1")));
        assertEquals(FeatureRequest.State.WITHDRAWN, asked().state());
    }

    @Test
    void what_its_author_answered_goes_with_the_author() {
        Filed.by(chat, Acme.SAM, Acme.PRIYA);
        chat.ask("maya", "ask-back R1 For how many accounts?");
        chat.ask("sam", "reply R1 Two");
        chat.ask("sam", "withdraw R1");
        String card = chat.ask("maya", "decide R1");
        assertFalse(card.contains("For how many accounts?"), card);
        assertTrue(chat.ask("maya", "changes").contains("changed the author of Bulk export (R1) from Sam to Priya"));
    }

    @Test
    void what_only_its_author_wants_is_withdrawn_though_the_author_said_more() {
        Filed.by(chat, Acme.SAM, Acme.SAM);
        assertEquals("Withdrawn: the request Bulk export (R1).", first(chat.ask("sam", "withdraw R1")));
    }

    @Test
    void ones_own_requests_say_what_was_decided() {
        Filed.by(chat, Acme.SAM);
        assertTrue(chat.ask("sam", "requests").contains("waits for a decision"));
        chat.ask("maya", "decide R1 swap because the deal is large");
        assertTrue(chat.ask("sam", "requests").contains("waits for the owner of what would go out (D1)"));
        Filed.complete(chat, "I15");
        chat.ask("tom", "agree D1");
        assertTrue(chat.ask("sam", "requests").contains("in Now by a swap for I7 (D1)"));
        chat.ask("maya", "decide R1 again later because it can wait");
        assertTrue(chat.ask("sam", "requests").contains("in Later (D2)"));
        chat.ask("maya", "move I15 next because there is time");
        assertTrue(chat.ask("sam", "requests").contains("in Later, moved since (D2)"));
        chat.ask("maya", "done I15");
        assertTrue(chat.ask("sam", "requests").contains("shipped (D2)"));
    }

    @Test
    void a_move_that_is_told_can_be_taken_back() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 later because it can wait");
        chat.ask("maya", "move I15 next because there is time");
        chat.ask("maya", "undo");
        chat.tap("maya", "Take it back");
        assertEquals(Horizon.LATER, bet("I15").horizon());
    }

    @Test
    void what_is_new_can_not_go_straight_into_now() {
        Filed.by(chat, Acme.SAM);
        String card = chat.ask("maya", "decide R1 now because there is room");
        assertEquals("Nothing is decided yet: Bulk export (R1) is not ready for Now.", first(card));
        assertTrue(card.contains("It lacks constraints"), card);
        assertTrue(roadmap().find(new ItemId("I15")).isEmpty());
    }

    @Test
    void receipts_are_found() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 decline because two accounts ask; revisit if O1-KR2 passes 55 %");
        String why = chat.ask("sam", "why-not bulk export");
        assertEquals("Declined: Bulk export (D1).", first(why));
        assertTrue(why.contains("“two accounts ask.”"), why);
        assertTrue(why.contains("Revisit when 7-day activation (O1-KR2) passes 55 %."), why);
        assertEquals("Declined: Bulk export (D1).", first(chat.ask("sam", "why-not R1")));
        String shown = chat.ask("sam", "show d1");
        assertTrue(shown.contains("Asked by: Sam (R1)"), shown);
        assertTrue(shown.contains("Decided by: Maya, today"), shown);
        assertEquals("1 decision is recorded.", first(chat.ask("sam", "decisions")));
        assertEquals("1 decision is yours.", first(chat.ask("maya", "decisions mine")));
        assertEquals("No decisions wait for somebody.", first(chat.ask("maya", "decisions waiting")));
        assertEquals("Bulk export (R1) is decided (D1).", first(chat.ask("sam", "show R1")));
    }
}
