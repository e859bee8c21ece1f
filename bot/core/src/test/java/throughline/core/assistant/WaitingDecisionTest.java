package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Input;
import throughline.core.conversation.Snapshot;
import throughline.core.conversation.TurnStore;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Receipt;

/** What others do while a decision waits, or in the same moment. */
class WaitingDecisionTest extends Deciding {
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
}
