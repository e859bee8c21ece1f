package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Receipt;

/** Whose bet would go for another is asked first. */
class SwappingTest extends Deciding {
    @Test
    void the_displaced_owner_is_asked_before_anything_moves() {
        Filed.by(chat, Acme.SAM);
        String card = chat.ask("maya", "decide R1 swap because the deal is large");
        assertEquals("Recorded as D1: Tom is asked first whether Invoice self-service (I7) may go.", first(card));
        assertTrue(card.contains("For Now it lacks"), card);
        assertEquals(
                "D1: Maya would move Invoice self-service (I7) to Next to make room for Bulk export (R1). Do you agree?",
                first(last("tom")));
        assertTrue(first(last("sam"))
                .startsWith("Maya wants Bulk export (R1) in Now in place of Invoice self-service (I7)"));
        assertEquals(Horizon.NOW, bet("I7").horizon());
        assertEquals(Horizon.NEXT, made().horizon());
        assertTrue(first(chat.ask("sam", "agree D1")).startsWith("Only Tom Okafor or a product lead"));
    }

    @Test
    void an_agreed_swap_moves_both_in_one_commit_once_it_is_complete() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        String agreed = chat.ask("tom", "agree D1");
        assertTrue(
                first(agreed).startsWith("Thank you. D1 is agreed; nothing is moved before I15 is complete."), agreed);
        assertTrue(
                first(last("maya")).startsWith("Tom agrees, and I15 is not ready for Now yet: it lacks"), last("maya"));
        String early = chat.ask("maya", "decide R1 finish");
        assertTrue(first(early).startsWith("Bulk export (I15) is not ready for Now"), early);
        assertTrue(early.contains("D1 waits until it is complete."), early);
        Filed.complete(chat, "I15");
        String done = chat.ask("maya", "decide R1 finish");
        assertEquals("Yes: Bulk export is in Now, in place of Invoice self-service (D1).", first(done));
        assertEquals(Horizon.NOW, bet("I15").horizon());
        assertEquals(Horizon.NEXT, bet("I7").horizon());
        Admission entry = bet("I15").entered().orElseThrow();
        assertEquals(Admission.Way.SWAP, entry.way());
        assertEquals(Optional.of(Acme.MAYA), entry.by());
        assertEquals(first(done), first(last("sam")));
    }

    @Test
    void what_is_filled_in_for_an_agreed_swap_makes_it() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        chat.ask("tom", "agree D1");
        String done = filledIn();
        assertTrue(first(done).startsWith("Bulk export (I15) is in Now"), done);
        assertEquals(Horizon.NEXT, bet("I7").horizon());
        assertEquals(Receipt.State.FINAL, receipt("D1").state());
        assertEquals("Yes: Bulk export is in Now, in place of Invoice self-service (D1).", first(last("sam")));
    }

    @Test
    void what_is_filled_in_while_its_owner_is_asked_waits_for_the_answer() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        String saved = filledIn();
        assertTrue(saved.contains("D1 waits for an answer. Both move with it."), saved);
        assertEquals(Horizon.NOW, bet("I7").horizon());
        assertEquals(
                "Yes: Bulk export is in Now, in place of Invoice self-service (D1).",
                first(chat.ask("tom", "agree D1")));
    }

    /** Fills in what the bet of the request lacks, in the gate's form. */
    private String filledIn() {
        Filed.complete(chat, "I15");
        chat.ask("maya", "edit I15 constraints - One file");
        chat.ask("maya", "edit I15 complete; horizon: now");
        Block.Form form = chat.last().card().blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .findFirst()
                .orElseThrow();
        return chat.tap("maya", Actions.FILL, form.submit().value(), Map.of("constraints", List.of("Two files")));
    }

    @Test
    void a_complete_one_moves_when_its_owner_agrees() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        String done = chat.ask("tom", "agree D1");
        assertEquals("Yes: Bulk export is in Now, in place of Invoice self-service (D1).", first(done));
        assertEquals(first(done), first(last("maya")));
        assertEquals(first(done), first(last("sam")));
        assertEquals(Optional.of(Acme.MAYA), bet("I15").entered().orElseThrow().by());
    }

    @Test
    void who_fills_in_the_gates_form_finishes_the_decision_too() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        chat.ask("tom", "agree D1");
        Filed.complete(chat, "I15");
        chat.ask("maya", "move I15 now instead of I7 because they agreed");
        assertEquals(Receipt.State.FINAL, receipt("D1").state());
        assertEquals("Yes: Bulk export is in Now, in place of Invoice self-service (D1).", first(last("sam")));
    }

    @Test
    void a_move_is_not_the_owners_answer() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        String stopped = chat.ask("maya", "move I15 now instead of I7 because it is urgent");
        assertEquals(
                "Nothing was moved: D1 waits for Tom to say whether Invoice self-service (I7) may go.", first(stopped));
        assertTrue(stopped.contains("a product lead can give it as well: agree D1"), stopped);
        assertEquals(first(stopped), first(chat.tap("maya", Actions.FILL, "edit I15 swap; horizon: now", SWAP_FOR_I7)));
        assertEquals(Receipt.State.WAITING, receipt("D1").state());
        assertEquals(Horizon.NOW, bet("I7").horizon());
        String own = chat.ask("tom", "move I15 now instead of I7 because it is urgent");
        assertEquals(
                "Nothing was moved: D1 waits for you to say whether Invoice self-service (I7) may go.", first(own));
        chat.tap("tom", "Agree");
        assertEquals(Horizon.NOW, bet("I15").horizon());
    }

    private static final Map<String, List<String>> SWAP_FOR_I7 =
            Map.of("out", List.of("I7"), "to", List.of("next"), "reason", List.of("It is urgent"));

    @Test
    void a_move_does_not_overrule_an_objection_either() {
        chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        chat.ask("tom", "object D1 because tickets are rising");
        String stopped = chat.ask("maya", "move I15 now instead of I7 because it is urgent");
        assertEquals(
                "Nothing was moved: D1 waits for Priya to say whether Invoice self-service (I7) may go in spite of the"
                        + " objection.",
                first(stopped));
        chat.promote(Acme.PRIYA, Role.PM).promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        String own = chat.ask("priya", "move I15 now instead of I7 because it is urgent");
        assertTrue(first(own).startsWith("Nothing was moved: D1 waits for you"), own);
        assertTrue(own.contains("[Swap all the same] [Keep it in Now]"), own);
        assertEquals(Receipt.State.OBJECTED, receipt("D1").state());
        assertEquals(Horizon.NOW, bet("I7").horizon());
    }

    @Test
    void what_takes_anothers_place_needs_no_answer() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        chat.ask("maya", "move I15 now instead of I3 because it is urgent");
        assertEquals(Horizon.NOW, bet("I7").horizon());
        assertEquals("Yes: Bulk export is in Now (D1).", first(last("sam")));
        assertEquals(Receipt.What.NOW, receipt("D1").what());
    }

    @Test
    void who_was_asked_hears_that_nothing_is_needed_any_more() {
        Filed.by(chat, Acme.SAM);
        chat.ask("tom", "requests quiet");
        chat.ask("maya", "decide R1 swap because the deal is large");
        chat.ask("maya", "decide R1 again decline because the deal is off");
        assertEquals(
                "Nothing is needed from you for D1 any more: Maya decided otherwise (declined, D2), and Invoice"
                        + " self-service (I7) stays in Now.",
                first(last("tom")));
        chat.ask("maya", "decide R1 again swap because the deal is on");
        chat.ask("maya", "move I15 now override because it burns");
        assertEquals(
                "Nothing is needed from you for D3 any more: Bulk export (R1) is in Now by override, and Invoice"
                        + " self-service (I7) stays in Now.",
                first(last("tom")));
    }

    @Test
    void who_objected_hears_that_nothing_is_needed_any_more() {
        chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        chat.ask("tom", "object D1 because tickets are rising");
        chat.ask("maya", "decide R1 next because of Tom");
        String told = "Nothing is needed from you for D1 any more: Maya decided otherwise (in Next, D2), and Invoice"
                + " self-service (I7) stays in Now.";
        assertEquals(told, first(last("tom")));
        assertEquals(told, first(last("priya")));
    }

    @Test
    void who_is_asked_anew_is_asked_only() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        int told = chat.told("tom").size();
        chat.ask("maya", "decide R1 again swap because the deal is larger");
        assertEquals(told + 1, chat.told("tom").size());
        assertTrue(first(last("tom")).startsWith("D2: Maya would move"), last("tom"));
    }

    @Test
    void an_objection_goes_to_the_product_lead_who_may_overrule_it() {
        chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        assertTrue(first(chat.ask("tom", "object D1")).startsWith("Why should Invoice self-service (I7) stay in Now?"));
        String objected = chat.tap("tom", Actions.FILL, "object D1", Map.of("words", List.of("Tickets are rising")));
        assertEquals(
                "Your objection is recorded with D1; nothing is moved. Priya decides who is right.", first(objected));
        assertTrue(
                first(last("priya")).startsWith("D1: Tom objects to moving Invoice self-service (I7)"), last("priya"));
        assertTrue(last("priya").contains("“Tickets are rising”"), last("priya"));
        assertTrue(first(chat.ask("maya", "overrule D1 because I say so")).startsWith("Only a product lead"));
        String done = chat.ask("priya", "overrule D1 because the deal pays for both");
        assertEquals("Yes: Bulk export is in Now, in place of Invoice self-service (D1).", first(done));
        assertEquals("Priya overruled your objection to D1.", first(last("tom")));
        assertEquals(Horizon.NEXT, bet("I7").horizon());
    }

    @Test
    void an_objection_that_is_right_leaves_all_as_it_is() {
        chat.promote(Acme.PRIYA, Role.PRODUCT_LEAD);
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        chat.ask("tom", "object D1 because tickets are rising");
        chat.ask("priya", "uphold D1 because he is right");
        assertEquals("Priya keeps Invoice self-service (I7) in Now, so D1 is off. Decide anew.", first(last("maya")));
        assertEquals("Priya says that you are right about D1.", first(last("tom")));
        assertEquals(FeatureRequest.State.FILED, asked().state());
        assertEquals(Horizon.NOW, bet("I7").horizon());
        assertEquals("Not now: Bulk export is in Next (D2).", first(chat.ask("maya", "decide R1 next because of Tom")));
    }
}
