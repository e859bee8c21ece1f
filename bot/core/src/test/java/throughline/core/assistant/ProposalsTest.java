package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Proposal;
import throughline.core.roadmap.Roadmap;

/** Changes of somebody else's layer, from the proposal to what becomes of it. */
class ProposalsTest {
    private final Chat chat = new Chat();

    @Test
    void what_is_proposed_is_told_in_words() {
        assertRow("maya", "reviewed I3 two sprints", "record engineering's review: two sprints");
        assertRow(
                "sam",
                "check-in O1-KR2 47% high; sample data helped",
                "check in 47%, high confidence: sample data helped");
        assertRow("sam", "link I12 O2-KR1", "link to tickets per account (O2-KR1)");
        assertRow("sam", "edit I3 non_goals + SSO", "add to the non goals: SSO");
        assertRow("sam", "edit I3 non_goals - Contractors", "take from the non goals: Contractors");
        assertRow(
                "sam",
                "edit I14 success: Teams stay; success.measure: churn; success.baseline: 3 %; success.target: 2 %",
                "add to the success: Teams stay (churn, 3 % → 2 %)");
        assertRow(
                "sam",
                "edit I14 confidence.problem.level: high; confidence.problem.evidence: nine interviews",
                "confidence: nothing → problem high (nine interviews)");
    }

    private void assertRow(String person, String command, String words) {
        String answer = chat.ask(person, command);
        assertTrue(answer.contains("• " + words + "\n"), answer);
    }

    @Test
    void dropping_in_an_edit_is_proposed_with_its_reason() {
        chat.ask("sam", "edit I14 horizon: dropped; size: small; because nobody asks");
        String done = chat.ask("maya", "accept PR1");
        assertEquals("Dark mode (I14) is dropped; it was in Later.", first(done));
        assertEquals(
                Optional.of("nobody asks"),
                chat.store.log().get(chat.store.log().size() - 1).why());
    }

    @Test
    void a_change_of_somebody_elses_layer_goes_to_its_owner() {
        String sent = chat.ask("sam", "move dark mode next because sales asks");
        assertEquals("Sent to Maya Lind as a proposal (PR1); nothing is changed yet.", first(sent));
        assertEquals(Horizon.LATER, bet("I14").horizon());
        String told = chat.told("maya").get(0);
        assertEquals("Sam proposes a change of Dark mode (I14).", first(told));
        assertTrue(told.contains("horizon: Later → Next"), told);
        assertTrue(told.contains("Why: sales asks."), told);
    }

    @Test
    void accepting_makes_the_change_and_tells_the_author() {
        chat.ask("sam", "move dark mode next because sales asks");
        String done = chat.ask("maya", "accept PR1");
        assertEquals("Dark mode (I14) is in Next; it was in Later.", first(done));
        assertTrue(done.contains("Proposed by Sam (PR1)"), done);
        assertEquals(Horizon.NEXT, bet("I14").horizon());
        String told = last("sam");
        assertEquals("Maya accepted your proposal about Dark mode (I14) (PR1).", first(told));
        assertTrue(told.contains("horizon: Later → Next"), told);
        assertEquals(
                Optional.of("sales asks"),
                chat.store
                        .load("")
                        .history()
                        .since(Chat.NOW.minusSeconds(9), 1)
                        .get(0)
                        .why());
        String changes = chat.ask("tom", "changes");
        assertTrue(changes.contains("accepted what Sam proposed (PR1)"), changes);
    }

    @Test
    void the_buttons_of_the_proposal_decide_it() {
        chat.ask("sam", "drop dark mode because nobody asks");
        chat.tap("maya", Actions.ASK, button("maya", "Accept"), Map.of());
        assertEquals(Horizon.DROPPED, bet("I14").horizon());
    }

    @Test
    void a_declined_proposal_comes_back_with_the_reason() {
        chat.ask("sam", "edit I3 size: big");
        assertTrue(first(chat.ask("maya", "decline PR1")).startsWith("Why do you decline PR1?"));
        chat.tap("maya", Actions.FILL, "decline PR1", Map.of("words", List.of("it is small")));
        String told = last("sam");
        assertEquals("Maya declined your proposal about Guided setup (I3) (PR1).", first(told));
        assertTrue(told.contains("Why: it is small."), told);
        assertEquals(Optional.empty(), bet("I3").values().find(Initiative.SIZE));
        assertTrue(first(chat.ask("maya", "accept PR1")).startsWith("PR1 was declined by Maya, today"));
    }

    @Test
    void the_author_can_take_it_back() {
        chat.ask("sam", "edit I3 size: big");
        assertEquals("Withdrawn: proposal PR1.", first(chat.ask("sam", "withdraw PR1")));
        assertEquals("Sam withdrew proposal PR1.", first(last("maya")));
        assertEquals(Proposal.State.WITHDRAWN, proposal("PR1").state());
    }

    @Test
    void what_is_asked_back_goes_to_the_author_and_the_answer_returns() {
        chat.ask("sam", "edit I3 size: big");
        assertEquals("I asked Sam; PR1 waits for the answer.", first(chat.ask("maya", "ask-back PR1 Big for whom?")));
        assertTrue(last("sam").contains("“Big for whom?”"), last("sam"));
        chat.ask("sam", "reply PR1 For support.");
        assertTrue(last("maya").contains("Maya asked “Big for whom?” Sam: For support."), last("maya"));
        chat.ask("maya", "accept PR1");
        assertEquals(Optional.of(Initiative.Size.BIG), bet("I3").values().find(Initiative.SIZE));
    }

    @Test
    void the_same_twice_is_told_and_not_recorded() {
        chat.ask("sam", "edit I3 size: big");
        assertEquals(
                "You proposed this already, today (PR1). It waits for Maya.",
                first(chat.ask("sam", "edit guided setup size: big")));
        assertEquals(1, chat.told("maya").size());
    }

    @Test
    void what_moved_meanwhile_is_shown_before_it_is_accepted() {
        chat.ask("sam", "edit I14 size: big");
        chat.ask("tom", "edit I14 size: small");
        String card = chat.ask("maya", "accept PR1");
        assertTrue(first(card).startsWith("Nothing is changed yet: Tom changed the size of Dark mode (I14)"), card);
        assertEquals(Optional.of(Initiative.Size.SMALL), bet("I14").values().find(Initiative.SIZE));
        chat.tap("maya", "Accept anyway");
        assertEquals(Optional.of(Initiative.Size.BIG), bet("I14").values().find(Initiative.SIZE));
    }

    @Test
    void only_who_may_make_the_change_decides_it() {
        chat.ask("sam", "edit I3 size: big");
        assertTrue(first(chat.ask("priya", "accept PR1")).startsWith("Only Maya Lind"));
        assertTrue(first(chat.ask("maya", "withdraw PR1")).startsWith("Only Sam Ortiz"));
        assertTrue(proposal("PR1").isOpen());
    }

    @Test
    void a_form_becomes_a_proposal_in_one_line() {
        String form = chat.ask("sam", "move I14");
        assertTrue(first(form).startsWith("Where should Dark mode (I14) go?"), form);
        chat.tap("sam", Actions.FILL, "move I14", Map.of("horizon", List.of("next"), "reason", List.of("it is dark")));
        assertEquals("move I14 next", proposal("PR1").title());
        assertEquals(Optional.of("it is dark"), proposal("PR1").reason());
    }

    @Test
    void something_new_belongs_to_who_accepts_it() {
        chat.ask("sam", "add initiative Night shifts horizon: next; why: Hotels ask.");
        String told = chat.told("maya").get(0);
        assertEquals("Sam proposes a new initiative.", first(told));
        chat.ask("tom", "accept PR1");
        Initiative added = bet("I15");
        assertEquals("Night shifts", added.title());
        assertEquals(Optional.of(Acme.TOM), added.owner());
    }

    @Test
    void lines_and_records_are_proposed_as_well() {
        chat.ask("sam", "link I12 O2-KR1 because tickets");
        chat.ask("sam", "unlink I3 O1-KR2");
        chat.ask("sam", "record O2-KR1: Repaint the lobby");
        chat.ask("maya", "accept PR1");
        chat.ask("maya", "accept PR2");
        chat.ask("maya", "accept PR3");
        assertEquals(List.of(new ItemId("O2-KR1")), bet("I12").serves());
        assertEquals(List.of(), bet("I3").serves());
        assertTrue(roadmap().precedentOf("Repaint the lobby").isPresent());
    }

    @Test
    void a_workstream_waits_for_the_lead_of_its_team() {
        chat.ask("maya", "add workstream Search index for I12");
        assertEquals("Maya proposes a new workstream.", first(chat.told("priya").get(0)));
        chat.ask("priya", "accept PR1");
        assertEquals("Search index", roadmap().find("W1").orElseThrow().title());
    }

    @Test
    void the_list_has_what_waits_and_what_was_made() {
        chat.ask("sam", "edit I3 size: big");
        chat.ask("sam", "edit I7 size: big");
        assertEquals("1 proposal waits for your word.", first(chat.ask("maya", "proposals")));
        String own = chat.ask("sam", "proposals");
        assertEquals("No proposal waits for you; you made 2.", first(own));
        assertTrue(own.contains("It waits for Tom."), own);
        assertEquals("No proposal waits for you; you made none.", first(chat.ask("priya", "proposals")));
    }

    @Test
    void a_slip_is_told_to_its_author_and_nobody_else() {
        assertTrue(first(chat.ask("sam", "edit I3 size: huge")).startsWith("Nothing was changed."));
        assertTrue(first(chat.ask("sam", "move I3 now")).contains("is in Now already"));
        assertEquals(List.of(), chat.told("maya"));
    }

    @Test
    void an_accepted_change_can_be_undone() {
        chat.ask("sam", "edit I3 size: big");
        chat.ask("maya", "accept PR1");
        chat.ask("maya", "undo");
        chat.tap("maya", "Take it back");
        assertEquals(Optional.empty(), bet("I3").values().find(Initiative.SIZE));
        assertTrue(proposal("PR1").isOpen(), "it waits again");
    }

    @Test
    void a_product_managers_review_is_proposed_to_engineering() {
        chat.ask("maya", "reviewed I3 two sprints");
        assertEquals(List.of(), bet("I3").values().all(Initiative.REVIEWS));
        chat.ask("priya", "accept PR1");
        assertEquals(
                Acme.PRIYA, bet("I3").values().all(Initiative.REVIEWS).get(0).by());
    }

    @Test
    void engineering_records_its_review() {
        assertEquals(
                "Recorded: engineering reviewed Guided setup (I3).",
                first(chat.ask("priya", "reviewed I3 two sprints")));
        assertTrue(chat.ask("sam", "show I3").contains("by Priya today: two sprints"));
        chat.ask("priya", "undo");
        assertEquals(List.of(), bet("I3").values().all(Initiative.REVIEWS));
    }

    @Test
    void nothing_of_it_is_told_to_others() {
        chat.ask("sam", "edit I3 size: big");
        assertFalse(chat.ask("tom", "changes").contains("PR1"));
        assertTrue(first(chat.ask("priya", "proposals PR1")).startsWith("Only who proposed"));
    }

    @Test
    void a_proposal_is_withdrawn_and_not_undone() {
        chat.ask("sam", "edit I3 size: big");
        assertTrue(first(chat.ask("sam", "undo")).startsWith("I find no change of yours"));
        assertEquals(Proposal.State.OPEN, proposal("PR1").state());
        chat.ask("maya", "decline PR1 because it is small");
        assertTrue(first(chat.ask("maya", "undo anyway")).startsWith("I find no change of yours"));
        assertEquals(Proposal.State.DECLINED, proposal("PR1").state());
    }

    private String button(String person, String label) {
        return chat.lastTold(person).card().buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private String last(String person) {
        List<String> told = chat.told(person);
        return told.get(told.size() - 1);
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    private Initiative bet(String id) {
        return roadmap().find(new ItemId(id), Initiative.class).orElseThrow();
    }

    private Proposal proposal(String id) {
        return roadmap().beside(id, Proposal.class).orElseThrow();
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
