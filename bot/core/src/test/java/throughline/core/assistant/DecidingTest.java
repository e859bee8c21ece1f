package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.conversation.Input;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.Turn;
import throughline.core.conversation.TurnStore;
import throughline.core.decision.Case;
import throughline.core.decision.Tripped;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.News;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;

/** Sam asks, Maya decides, Tom would lose I7, and Priya leads the product. Now holds 5 of 4. */
class DecidingTest {
    private final Chat chat = new Chat();

    @AfterEach
    void nothing_contradicts_itself() {
        roadmap().requests().stream()
                .forEach(asked -> assertEquals(List.of(), new Case(roadmap(), asked).contradictions()));
    }

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

    @Test
    void a_decision_while_the_owner_objects_is_told_civilly() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        chat.ask("maya", "decide R1 next because we thought again");
        String late = chat.ask("tom", "object D1 because tickets are rising");
        assertEquals("Maya decided otherwise meanwhile: in Next (D2). You need not do anything.", first(late));
        assertTrue(late.contains("Invoice self-service (I7) is in Now."), late);
    }

    @Test
    void of_a_pm_and_an_owner_at_once_one_is_told() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Overtaken overtaken = new Overtaken(() -> chat.ask("maya", "decide R1 decline because the deal is off"));
        String answer = chat.bot(overtaken)
                .hear(chat.incoming("tom", "dm:tom", new Input.Said("object D1 because no", Input.Manner.OPEN)))
                .get(0)
                .payload();
        assertEquals("Maya decided otherwise meanwhile: declined (D2). You need not do anything.", first(answer));
    }

    @Test
    void of_two_pms_at_once_one_is_told() {
        Filed.by(chat, Acme.SAM);
        Overtaken overtaken = new Overtaken(() -> chat.ask("tom", "decide R1 next because it fits"));
        String answer = chat.bot(overtaken)
                .hear(chat.incoming("maya", "dm:maya", new Input.Said("decide R1 later because no", Input.Manner.OPEN)))
                .get(0)
                .payload();
        assertEquals("Bulk export (R1) is decided already: in Next (D1).", first(answer));
        assertEquals(1, roadmap().decisions().size());
    }

    @Test
    void who_decides_no_longer_leaves_it_to_those_who_do() {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I7"),
                        Initiative.OWNER,
                        Optional.of(Acme.TOM),
                        Optional.of(Acme.PRIYA)));
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        chat.promote(Acme.TOM, Role.ADMIN).ask("tom", "role Maya Lind not PM");
        String told = chat.ask("priya", "agree D1");
        assertEquals("D1 can't come to pass: Maya decides no longer.", first(told));
        assertTrue(told.contains("The PMs decide anew."), told);
        assertEquals("D1 can't come to pass: Maya decides no longer. Decide anew.", first(last("tom")));
        assertEquals(FeatureRequest.State.FILED, asked().state());
    }

    @Test
    void a_decision_of_who_decides_no_longer_comes_back_to_those_who_do() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 decline because too few; revisit if O1-KR2 passes 55 %");
        chat.promote(Acme.TOM, Role.ADMIN).ask("tom", "role Maya Lind not PM");
        chat.promote(Acme.PRIYA, Role.PM).ask("priya", "check-in O1-KR2 57 % yes");
        assertTrue(first(lastNews("tom")).startsWith("Decision D1 about Bulk export comes back"), lastNews("tom"));
        assertTrue(lastNews("sam").contains("The PMs have it (D1)."), lastNews("sam"));
    }

    @Test
    void what_left_now_meanwhile_makes_no_room() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        chat.ask("tom", "move I7 later because nobody builds it");
        chat.ask("maya", "move I13 now override because it burns");
        String answer = chat.ask("tom", "agree D1");
        assertEquals(
                "D1 can't come to pass: Invoice self-service (I7) is in Later already, and Now is full.",
                first(answer));
        assertTrue(first(last("maya")).endsWith("Decide anew."), last("maya"));
        assertEquals(FeatureRequest.State.FILED, asked().state());
        String again = chat.ask("maya", "decide R1 swap because the deal is large");
        assertTrue(first(again).contains("Invoice self-service (I7) is in Later by now"), again);
    }

    @Test
    void what_is_dropped_meanwhile_takes_nobodys_place() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        chat.ask("maya", "drop I15 yes because nobody wants it");
        assertEquals("D1 can't come to pass: Bulk export (I15) is dropped.", first(chat.ask("tom", "agree D1")));
        assertEquals("D1 can't come to pass: Bulk export (I15) is dropped. Decide anew.", first(last("maya")));
        assertEquals(Horizon.DROPPED, bet("I15").horizon());
        assertEquals(Horizon.NOW, bet("I7").horizon());
        assertEquals(FeatureRequest.State.FILED, asked().state());
        for (String way : List.of("swap", "now", "override")) {
            String card = chat.ask("maya", "decide R1 " + way + " because of the deal");
            assertEquals(
                    "Not decided yet. Bulk export (I15) is dropped. Decide that it goes to Next to take it up again.",
                    first(card));
        }
        String again = chat.ask("maya", "decide R1 next because of the deal");
        assertEquals("Not now: Bulk export is in Next (D2).", first(again));
        assertTrue(again.contains("Bulk export (I15) was dropped before."), again);
    }

    @Test
    void what_is_done_meanwhile_is_not_finished_anew() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        chat.ask("tom", "agree D1");
        Filed.complete(chat, "I15");
        chat.ask("maya", "done I15");
        assertEquals(
                "D1 can't come to pass: Bulk export (I15) is done. Decide anew.",
                first(chat.ask("maya", "decide R1 finish")));
        assertEquals(Horizon.DONE, bet("I15").horizon());
        assertEquals("Declined: Bulk export (D2).", first(chat.ask("maya", "decide R1 decline because it is there")));
    }

    @Test
    void what_is_gone_makes_no_room_either() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "remove I7 yes");
        String card = chat.ask("maya", "decide R1 swap because the deal is large");
        assertTrue(first(card).contains("What should go out is not on the roadmap any more."), card);
    }

    @Test
    void a_place_that_is_free_by_now_needs_no_swap() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        Filed.complete(chat, "I15");
        chat.ask("maya", "move I4 next");
        chat.ask("maya", "move I12 next");
        String done = chat.ask("tom", "agree D1");
        assertTrue(done.contains("A place was free by now, so I7 stays in Now."), done);
        assertEquals(Horizon.NOW, bet("I7").horizon());
        assertEquals(Horizon.NOW, bet("I15").horizon());
        assertEquals("Yes: Bulk export is in Now (D1).", first(last("sam")));
        assertTrue(chat.ask("maya", "decisions tax").startsWith("No urgency tax"));
    }

    @Test
    void who_would_displace_the_own_one_needs_no_swap_either() {
        Filed.by(chat, "R1", "Bulk export", "I3", Acme.SAM);
        chat.ask("maya", "decide R1 next because it fits");
        Filed.complete(chat, "I15");
        chat.ask("maya", "move I4 next");
        chat.ask("maya", "move I12 next");
        String done = chat.ask("maya", "decide R1 again swap because the deal is large");
        assertEquals("Yes: Bulk export is in Now (D2).", first(done));
        assertTrue(done.contains("A place was free, so Guided setup (I3) stays in Now."), done);
        assertEquals(Horizon.NOW, bet("I3").horizon());
    }

    @Test
    void what_is_in_now_takes_nobodys_place() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 override because the contract ends");
        String card = chat.ask("maya", "decide R1 again swap I15 because of the others");
        assertTrue(first(card).contains("Bulk export (I15) is in Now already"), card);
        assertEquals(1, roadmap().decisions().size());
    }

    @Test
    void what_is_let_in_while_somebody_is_asked_is_no_swap() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 swap because the deal is large");
        chat.ask("maya", "move I15 now override because it burns");
        assertEquals("Yes, against the gate: Bulk export is in Now (D1).", first(last("sam")));
        assertEquals(Horizon.NOW, bet("I7").horizon());
        assertTrue(chat.ask("maya", "decisions tax").contains("had 1 override and 0 swaps"));
        assertTrue(first(chat.ask("tom", "agree D1")).endsWith("You need not do anything."));
    }

    @Test
    void a_full_now_refuses_what_asks_for_a_free_place() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 next because it fits");
        Filed.complete(chat, "I15");
        String card = chat.ask("maya", "decide R1 again now because it is ready");
        assertTrue(first(card).startsWith("Now is full (5 of 4)."), card);
        assertTrue(card.contains("Nothing is decided yet."), card);
        assertEquals(Receipt.State.FINAL, receipt("D1").state());
        assertEquals(Horizon.NEXT, bet("I15").horizon());
    }

    @Test
    void what_the_gate_lets_in_is_no_override() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 next because it fits");
        Filed.complete(chat, "I15");
        chat.ask("maya", "move I4 next");
        chat.ask("maya", "move I12 next");
        assertEquals(
                "Yes: Bulk export is in Now (D2).",
                first(chat.ask("maya", "decide R1 again override because the contract ends")));
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
    void a_check_in_brings_a_decision_back_once() {
        Filed.by(chat, Acme.SAM);
        chat.ask("tom", "decide R1 decline because too few; revisit if O1-KR2 passes 55 %");
        String own = chat.ask("maya", "check-in O1-KR2 57 % yes");
        assertTrue(first(own).startsWith("Checked in"), own);
        String back = lastNews("tom");
        assertEquals("Decision D1 about Bulk export comes back: 7-day activation (O1-KR2) is 57 %.", first(back));
        assertTrue(back.contains("7-day activation (O1-KR2) was 46% when it was decided."), back);
        assertTrue(back.contains("You said then: “too few.” It was declined."), back);
        assertEquals(
                "Your request Bulk export is looked at again: 7-day activation (O1-KR2) is 57 %.",
                first(lastNews("sam")));
        int told = chat.waiting("tom").size();
        chat.ask("maya", "check-in O1-KR2 58 % yes");
        assertEquals(told, chat.waiting("tom").size(), "once");
        assertEquals(Receipt.State.REOPENED, receipt("D1").state());
        chat.ask("tom", "decide R1 next because it moved");
        assertEquals(Receipt.State.REPLACED, receipt("D1").state());
    }

    @Test
    void what_brought_it_back_is_kept_as_far_as_it_fits() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "edit O1-KR2 anyway; metric: " + "activation ".repeat(26));
        chat.ask("maya", "decide R1 decline because too few; revisit if O1-KR2 passes 55 %");
        chat.ask("maya", "check-in O1-KR2 57 % yes");
        String why = receipt("D1").values().find(Receipt.REOPENED_WHY).orElseThrow();
        assertTrue(why.startsWith("activation activation"), why);
        assertTrue(why.length() <= 300, "what is longer could not be read again");
    }

    @Test
    void who_checks_in_what_brings_the_own_decision_back_reads_it_in_the_answer() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 decline because too few; revisit if O1-KR2 passes 55 %");
        String answer = chat.ask("maya", "check-in O1-KR2 57 % yes");
        assertTrue(answer.contains("Decision D1 about Bulk export comes back"), answer);
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
    void those_who_asked_hear_that_it_moved_shipped_and_what_it_changed() {
        Filed.by(chat, Acme.SAM, Acme.PRIYA);
        chat.ask("maya", "decide R1 later because it can wait");
        chat.ask("maya", "move I15 next because there is time");
        assertEquals("Bulk export (I15), which you asked for (R1), is in Next now.", first(lastNews("sam")));
        assertTrue(lastNews("priya").contains("Maya: “there is time.”"), lastNews("priya"));
        chat.ask("maya", "done I15");
        assertEquals("Shipped: Bulk export (I15), which you asked for (R1).", first(lastNews("sam")));
        chat.after(Duration.ofDays(9)).ask("maya", "check-in O1-KR2 50 % yes");
        assertEquals("Measured after Bulk export (R1) shipped: 7-day activation is 50 %.", first(lastNews("priya")));
        assertTrue(lastNews("sam").contains("It was 46% when you asked."), lastNews("sam"));
        int told = chat.waiting("sam").size();
        chat.ask("maya", "check-in O1-KR2 51 % yes");
        assertEquals(told, chat.waiting("sam").size(), "the outcome is told once");
    }

    @Test
    void what_came_back_is_followed_too() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 later because it can wait; revisit if O1-KR2 > 50 %");
        chat.ask("tom", "check-in O1-KR2 57 % yes");
        chat.ask("maya", "done I15");
        assertEquals("Shipped: Bulk export (I15), which you asked for (R1).", first(lastNews("sam")));
        assertEquals(FeatureRequest.State.FILED, asked().state());
    }

    @Test
    void who_watches_as_well_gets_one_message() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 later because it can wait");
        chat.ask("sam", "watch I15");
        chat.ask("maya", "move I15 next because there is time");
        assertEquals(1, chat.waiting("sam").size());
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
    void a_day_brings_a_decision_back_without_a_word() {
        Filed.by(chat, Acme.SAM);
        chat.ask("maya", "decide R1 later because it can wait; revisit in 2 weeks");
        Snapshot snapshot = chat.store.load("");
        Turn early = ClosingLoop.daily(scene(snapshot, Chat.NOW.plus(Duration.ofDays(13))), person -> true);
        assertTrue(early.changes().isEmpty() && early.notices().isEmpty());
        Turn turn = ClosingLoop.daily(scene(snapshot, Chat.NOW.plus(Duration.ofDays(14))), person -> true);
        assertEquals(
                List.of(Acme.MAYA, Acme.SAM), news(turn).stream().map(News::to).toList());
        assertEquals(
                "Decision D1 about Bulk export comes back: 4 December 2026 has come.",
                news(turn).get(0).title());
        Roadmap after = snapshot.roadmap()
                .on(new ChangeSet(new Stamp(Chat.NOW, PersonId.BOT, ""), Optional.empty(), turn.changes()));
        assertEquals(List.of(), Tripped.tripped(after, LocalDate.of(2026, 12, 5)), "once");
    }

    private static List<News> news(Turn turn) {
        return turn.changes().stream()
                .filter(Change.Added.class::isInstance)
                .map(change -> ((Change.Added) change).item())
                .filter(News.class::isInstance)
                .map(News.class::cast)
                .toList();
    }

    /** What waits for somebody's message of the day, the last of it. */
    private String lastNews(String person) {
        List<String> waiting = chat.waiting(person);
        return waiting.get(waiting.size() - 1);
    }

    private Scene scene(Snapshot snapshot, Instant now) {
        Person bot = new Person(
                PersonId.BOT,
                "Throughline",
                Set.of(),
                Optional.empty(),
                Person.Details.NONE,
                List.of(),
                Optional.empty());
        return new Scene(
                snapshot.roadmap(),
                snapshot.history(),
                snapshot.people(),
                bot,
                chat.incoming("maya", "dm:maya", new Input.Said("", Input.Manner.OPEN)),
                now,
                "fresh");
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

    /** A store on which somebody else is faster once. */
    private final class Overtaken implements TurnStore {
        private final Runnable meanwhile;
        private boolean isDone;

        Overtaken(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public Snapshot load(String conversation) {
            return chat.store.load(conversation);
        }

        @Override
        public Outcome commit(throughline.core.conversation.Commit commit) {
            if (!isDone) {
                isDone = true;
                meanwhile.run();
            }
            return chat.store.commit(commit);
        }
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    private FeatureRequest asked() {
        return roadmap().beside("R1", FeatureRequest.class).orElseThrow();
    }

    private Receipt receipt(String id) {
        return roadmap().beside(id, Receipt.class).orElseThrow();
    }

    private Initiative made() {
        return asked().initiative().map(ItemId::text).map(this::bet).orElseThrow();
    }

    private Initiative bet(String id) {
        return roadmap().find(new ItemId(id), Initiative.class).orElseThrow();
    }

    private String last(String person) {
        List<String> told = chat.told(person);
        return told.get(told.size() - 1);
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
