package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import throughline.core.card.Button;
import throughline.core.card.Field;
import throughline.core.check.Arrival;
import throughline.core.check.Check;
import throughline.core.people.Role;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.FeasibilityReview;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Strategy;

class GateTest {
    private static final String READY = "constraints: One login; non_goals: SCIM; success: Deals close;"
            + " success.measure: win rate; success.baseline: 22 %; success.target: 30 %; success.by: 2027-Q2";

    private final Chat chat = new Chat();

    @Test
    void what_is_missing_is_listed_and_nothing_is_changed() {
        makeRoom();
        String answer = chat.ask("maya", "move I14 now");
        assertEquals("Dark mode (I14) is not ready for Now: 5 things are missing. Nothing was changed.", first(answer));
        for (String missing : List.of(
                "A key result that it serves",
                "Constraints",
                "Non-goals",
                "Complete success criteria",
                "Engineering's review")) {
            assertTrue(answer.contains("• " + missing + " · "), missing + answer);
        }
        assertEquals(Horizon.LATER, bet("I14").horizon());
    }

    @Test
    void one_form_fills_exactly_what_is_missing_and_moves_it() {
        makeRoom();
        review("I13");
        chat.ask("maya", "move I13 now");
        String form = chat.tap("maya", "Fill in what is missing");
        assertEquals("What Audit log (I13) needs for Now", first(form));
        assertEquals(
                List.of(
                        "constraints",
                        "non_goals",
                        "success.1.outcome",
                        "success.1.measure",
                        "success.1.baseline",
                        "success.1.target",
                        "success.1.by"),
                asked(Field::id));
        assertEquals(
                List.of("Success criterion 1: outcome", "Success criterion 1: measure"),
                asked(Field::label).subList(2, 4));
        Map<String, List<String>> filled = initials();
        assertEquals(List.of("More deals are won"), filled.get("success.1.outcome"));
        filled.put("constraints", List.of("Keeps a year"));
        filled.put("non_goals", List.of("Alerts"));
        String still = send(filled);
        assertEquals(
                "Audit log (I13) is not ready for Now: 1 thing is missing. What you filled in is saved.", first(still));
        assertEquals(List.of("Keeps a year"), bet("I13").values().all(Initiative.CONSTRAINTS));
        chat.tap("maya", "Fill in what is missing");
        filled = initials();
        assertFalse(filled.containsKey("constraints"));
        filled.put("success.1.baseline", List.of("22 %"));
        filled.put("success.1.target", List.of("30 %"));
        filled.put("success.1.by", List.of("2027-Q2"));
        String moved = send(filled);
        assertEquals("Audit log (I13) is in Now; it was in Next.", first(moved));
        assertTrue(moved.contains("moved Audit log (I13) from Next to Now"), moved);
        Admission entry = entry("I13");
        assertEquals(Admission.Way.GATE, entry.way());
        assertEquals(Optional.of(Acme.MAYA), entry.by());
        assertEquals(Optional.of(Confidence.HIGH), entry.confidence());
    }

    @Test
    void a_criterion_that_is_begun_is_completed_not_followed_by_another() {
        makeRoom();
        review("I13");
        chat.ask("maya", "edit I13 constraints: One login; non_goals: SCIM; success.outcome: Deals close");
        chat.ask("maya", "move I13 now");
        chat.tap("maya", "Fill in what is missing");
        List<String> criterion = List.of("outcome", "measure", "baseline", "target", "by").stream()
                .map(part -> "success.1." + part)
                .toList();
        assertEquals(criterion, asked(Field::id));
        String again = send(Map.of("success.1.measure", List.of("win rate")));
        assertTrue(again.contains("Fill this in as well, or leave “Success criterion 1” empty"), again);
        assertEquals(criterion, asked(Field::id));
        assertEquals(
                List.of("Save and move to Now"),
                chat.last().card().buttons().stream().map(Button::label).toList());
        chat.ask("maya", "edit I13 success: none");
        chat.ask("maya", "edit I13 serves: none");
        chat.ask("maya", "edit I13 complete; horizon: now");
        assertEquals(List.of("serves", "success.new.outcome"), asked(Field::id).subList(0, 2));
        assertEquals("Success criterion: outcome", asked(Field::label).get(1));
    }

    @Test
    void an_override_needs_a_reason_and_is_shown_everywhere() {
        makeRoom();
        chat.ask("maya", "move I14 now");
        assertEquals("Why should Dark mode (I14) enter Now all the same?", first(chat.tap("maya", "Override")));
        assertEquals(Horizon.LATER, bet("I14").horizon());
        String done = send(Map.of("reason", List.of("Globex signs on Friday")));
        assertEquals("Dark mode (I14) is in Now by override; it was in Later.", first(done));
        assertTrue(done.contains("let Dark mode (I14) in by override, without a key result that it serves"), done);
        assertEquals(Admission.Way.OVERRIDE, entry("I14").way());
        assertEquals(Optional.of("Globex signs on Friday"), entry("I14").reason());
        assertEquals(5, entry("I14").missing().size());
        assertTrue(chat.ask("sam", "now all").contains("entered by override, Maya, 20 November"));
        String shown = chat.ask("sam", "show I14");
        assertTrue(shown.contains("Entered by override, Maya, 20 November. Why: Globex signs on Friday."), shown);
        assertTrue(chat.ask("sam", "check I14 all").contains("entered Now by override: “Globex signs on Friday”"));
    }

    @Test
    void an_override_is_one_line_as_well() {
        makeRoom();
        chat.ask("maya", "move dark mode to now override because Globex signs on Friday");
        assertEquals(Admission.Way.OVERRIDE, entry("I14").way());
    }

    @Test
    void who_keeps_no_roadmap_proposes_and_the_gate_asks_who_accepts() {
        for (String person : List.of("sam", "priya")) {
            String answer = chat.ask(person, "move I14 now override because I want it");
            assertTrue(first(answer).startsWith("Sent to Maya Lind as a proposal"), answer);
        }
        assertTrue(first(chat.ask("maya", "accept PR1")).contains("not ready for Now"));
        assertEquals(Horizon.LATER, bet("I14").horizon());
    }

    @Test
    void an_edit_and_a_form_are_asked_as_well_and_lose_nothing() {
        makeRoom();
        String answer = chat.ask("maya", "edit I13 horizon: now; moscow: must");
        assertTrue(first(answer).startsWith("Audit log (I13) is not ready for Now: 4 things"), answer);
        chat.tap("maya", "Fill in what is missing");
        assertEquals(List.of("must"), initials().get("moscow"));
        chat.ask("maya", "edit I14");
        Map<String, List<String>> inputs = initials();
        inputs.put("horizon", List.of("now"));
        assertTrue(first(send(inputs)).startsWith("Dark mode (I14) is not ready for Now"));
        assertEquals(Horizon.LATER, bet("I14").horizon());
    }

    @Test
    void something_new_is_offered_to_next() {
        makeRoom();
        String answer = chat.ask("maya", "add initiative Offline mode horizon: now; serves: O1-KR1");
        assertEquals("“Offline mode” is not ready for Now: 4 things are missing. It was not added.", first(answer));
        chat.tap("maya", "Add it to Next");
        assertEquals(Horizon.NEXT, bet("I15").horizon());
        assertEquals("[O1-KR1]", bet("I15").serves().toString());
    }

    @Test
    void a_full_now_asks_what_goes_out() {
        ready("I13");
        String answer = chat.ask("maya", "move I13 now");
        assertEquals("Now is full (5 of 4). What would you take out for Audit log (I13)?", first(answer));
        assertTrue(answer.contains("• I12 Faster search · no line to an OKR · owner Maya"), answer);
        String swapped =
                send(Map.of("out", List.of("I12"), "to", List.of("next"), "reason", List.of("Audits are due")));
        assertEquals("Audit log (I13) is in Now instead of Faster search (I12); it was in Next.", first(swapped));
        assertTrue(swapped.contains("moved Faster search (I12) from Now to Next"), swapped);
        assertEquals(Horizon.NEXT, bet("I12").horizon());
        assertEquals(Horizon.NOW, bet("I13").horizon());
        assertEquals(Admission.Way.SWAP, entry("I13").way());
        assertEquals(Optional.of(new ItemId("I12")), entry("I13").instead());
        assertEquals(Optional.of("Audits are due"), entry("I13").reason());
        chat.ask("maya", "undo");
        chat.ask("maya", "yes");
        assertEquals(Horizon.NOW, bet("I12").horizon());
        assertEquals(Horizon.NEXT, bet("I13").horizon());
        assertTrue(bet("I13").entered().isEmpty());
    }

    @Test
    void a_swap_is_one_line_and_needs_a_reason() {
        ready("I13");
        assertEquals(
                "Why Audit log (I13) instead of Faster search (I12)?",
                first(chat.ask("maya", "move I13 now instead of I12")));
        chat.ask("maya", "move I13 to now instead of I12 to later because audits are due");
        assertEquals(Horizon.LATER, bet("I12").horizon());
        assertEquals(Horizon.NOW, bet("I13").horizon());
        assertTrue(
                first(chat.ask("maya", "move I14 now instead of I99 because x")).startsWith("“I99” is not in Now"));
    }

    @Test
    void what_makes_no_room_is_no_swap() {
        ready("I13");
        assertEquals(
                "Dark mode (I14) is not in Now, so it can't make room. Nothing was changed.",
                first(chat.ask("maya", "move I13 now instead of I14 because x")));
        assertTrue(first(chat.ask("maya", "move I13 now instead of I10 because small"))
                .startsWith("Now is full"));
        assertEquals(Horizon.NOW, bet("I10").horizon());
    }

    @Test
    void small_bets_take_no_place_until_they_grow() {
        ready("I13");
        chat.ask("maya", "edit I13 size: small");
        chat.ask("maya", "move I13 now");
        assertEquals(Horizon.NOW, bet("I13").horizon());
        assertTrue(first(chat.ask("maya", "edit I13 size: medium")).startsWith("Now is full (5 of 4)."));
        assertEquals(Initiative.Size.SMALL, bet("I13").values().get(Initiative.SIZE));
        chat.ask("maya", "edit I13 override; size: medium; because it is what it is");
        assertEquals(List.of("a free place in Now"), entry("I13").missing());
    }

    @Test
    void low_confidence_is_discovery_first() {
        makeRoom();
        ready("I13");
        chat.ask("maya", "edit I13 confidence.solution: low");
        String answer = chat.ask("maya", "move I13 now");
        assertTrue(answer.contains("it is low in its solution, which means discovery first"), answer);
        chat.ask("maya", "edit I13 horizon: now; discovery: yes");
        assertEquals(Horizon.NOW, bet("I13").horizon());
        assertEquals(Optional.of(Confidence.LOW), entry("I13").confidence());
    }

    @Test
    void a_big_bet_takes_the_product_leads_word() {
        makeRoom();
        lead();
        ready("I13");
        chat.ask("maya", "edit I13 size: big");
        String answer = chat.ask("maya", "move I13 now");
        assertEquals(
                "Audit log (I13) is a big bet, so the product lead decides as well. Nothing was changed.",
                first(answer));
        assertTrue(answer.contains("I asked Tom."), answer);
        assertTrue(chat.told("tom").get(chat.told("tom").size() - 1).startsWith("Maya wants Audit log (I13) in Now."));
        assertEquals(
                "Only a product lead can approve this, so nothing was changed.",
                first(chat.ask("maya", "approve I13")));
        assertEquals("Approved: Audit log (I13) may enter Now.", first(chat.ask("tom", "approve I13")));
        assertTrue(chat.told("maya").get(chat.told("maya").size() - 1).startsWith("Tom approved Audit log (I13)"));
        chat.ask("maya", "move I13 now");
        assertEquals(Horizon.NOW, bet("I13").horizon());
        assertEquals(Acme.TOM, bet("I13").approved().orElseThrow().by());
        assertTrue(first(chat.ask("tom", "approve I13")).contains("was approved 20 November by Tom"));
    }

    @Test
    void a_products_lead_who_keeps_no_roadmap_approves_and_takes_it_back() {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.PRODUCT, new ItemId("P1"), Product.LEAD, Optional.empty(), Optional.of(Acme.PRIYA)));
        chat.ask("maya", "edit I13 product: P1; size: big");
        assertEquals("Approved: Audit log (I13) may enter Now.", first(chat.ask("priya", "approve I13")));
        assertEquals("Taken back: approved Audit log (I13).", first(chat.tap("priya", "Undo")));
        assertTrue(bet("I13").approved().isEmpty());
        chat.tap("priya", "Redo");
        assertEquals(Acme.PRIYA, bet("I13").approved().orElseThrow().by());
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.PRODUCT, new ItemId("P1"), Product.LEAD, Optional.of(Acme.PRIYA), Optional.of(Acme.MAYA)));
        assertTrue(first(chat.ask("priya", "undo")).startsWith("Only a PM can change this"));
    }

    @Test
    void who_speaks_for_a_strategy_takes_back_what_was_accepted() {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.STRATEGY, new ItemId("S1"), Strategy.OWNER, Optional.empty(), Optional.of(Acme.PRIYA)));
        chat.ask("sam", "edit S1 period: 2027");
        assertTrue(chat.ask("priya", "accept PR1").startsWith("Recorded: "));
        assertTrue(first(chat.ask("priya", "undo")).startsWith("Take"));
        chat.ask("priya", "yes");
        assertEquals(
                Optional.empty(),
                chat.store.load("").roadmap().find("S1").orElseThrow().values().find(Strategy.PERIOD));
    }

    @Test
    void a_product_lead_approves_by_moving_it() {
        makeRoom();
        lead();
        ready("I13");
        chat.ask("maya", "edit I13 size: big");
        chat.ask("tom", "move I13 now");
        assertEquals(Horizon.NOW, bet("I13").horizon());
        assertEquals(Acme.TOM, bet("I13").approved().orElseThrow().by());
    }

    @Test
    void not_now_needs_a_reason_and_reaches_the_owner() {
        lead();
        assertTrue(first(chat.ask("tom", "approve I13 not now")).startsWith("Why not now?"));
        assertEquals(
                "Not now: Audit log (I13) stays in Next. I tell Maya.",
                first(send("tom", Map.of("reason", List.of("After the audit")))));
        String told = chat.told("maya").get(chat.told("maya").size() - 1);
        assertTrue(told.startsWith("Tom says not now"), told);
        assertTrue(told.contains("Why: After the audit."), told);
    }

    @Test
    void an_override_of_the_product_leads_word_is_reported() {
        makeRoom();
        lead();
        ready("I13");
        chat.ask("maya", "edit I13 size: big");
        chat.ask("maya", "move I13 now override because nobody answers");
        assertEquals(List.of("the product lead's approval"), entry("I13").missing());
        assertTrue(chat.ask("sam", "check I13 all").contains("without the product lead's approval"));
    }

    @Test
    void taking_back_brings_nothing_in_for_which_there_is_no_place_left() {
        makeRoom();
        makeRoom("I9");
        chat.ask("maya", "move I3 next");
        ready("I13");
        chat.ask("tom", "move I13 now");
        ready("I9");
        chat.ask("tom", "move I9 now");
        chat.ask("tom", "move I12 now override because x");
        String answer = chat.ask("maya", "undo I3");
        assertEquals(
                "It would bring Guided setup (I3) into Now, which is full (4 of 4). Nothing was changed.",
                first(answer));
        assertEquals(Horizon.NEXT, bet("I3").horizon());
    }

    @Test
    void doing_again_asks_the_gate_anew() {
        makeRoom();
        ready("I13");
        chat.ask("maya", "move I13 now");
        chat.ask("maya", "undo");
        assertEquals(Horizon.NEXT, bet("I13").horizon());
        chat.ask("tom", "edit I13 constraints: none");
        assertEquals(
                "Audit log (I13) is not ready for Now: 1 thing is missing. Nothing was changed.",
                first(chat.ask("maya", "redo")));
        chat.ask("tom", "edit I13 constraints: One login");
        chat.ask("maya", "redo");
        assertEquals(Horizon.NOW, bet("I13").horizon());
        assertEquals(Admission.Way.GATE, entry("I13").way());
    }

    @Test
    void leaving_keeps_the_record_of_entry() {
        makeRoom();
        chat.ask("maya", "move I14 now override because Globex signs on Friday");
        chat.ask("maya", "done I14");
        assertEquals(Admission.Way.OVERRIDE, entry("I14").way());
    }

    @Test
    void a_new_initiative_of_an_unsettled_strategy_is_told_what_that_lacks() {
        String answer = chat.ask("maya", "add initiative Offline mode serves: O1-KR1");
        assertTrue(
                answer.contains("it lacks the current state of O1, the target state of O1 and medium confidence"),
                answer);
        chat.tap("maya", "Complete O1");
        assertEquals(
                List.of("current", "target", "problem_confidence.level", "problem_confidence.evidence"),
                chat.last().card().fields().stream().map(Field::id).toList());
        send(Map.of(
                "current", List.of("40 % activate"),
                "target", List.of("55 % activate"),
                "problem_confidence.level", List.of("medium")));
        assertFalse(
                chat.ask("maya", "add initiative Offline tour serves: O1-KR1").contains("it lacks"));
    }

    @Test
    void a_first_import_is_taken_as_found_and_marked() {
        List<Change> found = Arrival.asFound(Acme.facts().changes(), LocalDate.of(2026, 11, 1));
        Roadmap roadmap = Roadmap.empty().on(new ChangeSet(Acme.IMPORTED, Optional.empty(), found));
        Initiative search = roadmap.find(new ItemId("I12"), Initiative.class).orElseThrow();
        assertEquals(Admission.Way.BEFORE_GATE, search.entered().orElseThrow().way());
        assertEquals(5, search.entered().orElseThrow().missing().size());
        assertTrue(roadmap.find(new ItemId("I13"), Initiative.class)
                .orElseThrow()
                .entered()
                .isEmpty());
        List<String> rules = Check.of(roadmap, LocalDate.of(2026, 11, 20)).all().findings().stream()
                .filter(finding -> finding.item().id().text().equals("I12"))
                .map(finding -> finding.rule().id())
                .toList();
        assertTrue(rules.contains("entered-before-the-gate"), rules.toString());
        assertFalse(rules.contains("entered-by-override"), rules.toString());
    }

    private void makeRoom() {
        makeRoom("I4");
        makeRoom("I12");
    }

    private void makeRoom(String id) {
        chat.ask("maya", "move " + id + " next");
    }

    private void lead() {
        chat.promote(Acme.TOM, Role.PRODUCT_LEAD);
    }

    private void ready(String id) {
        review(id);
        chat.ask("maya", "edit " + id + " anyway; " + READY);
    }

    private void review(String id) {
        chat.record(
                Acme.PRIYA,
                "",
                new Change.Listed<>(
                        Kind.INITIATIVE,
                        new ItemId(id),
                        Initiative.REVIEWS,
                        new FeasibilityReview(LocalDate.of(2026, 11, 18), Acme.PRIYA, Optional.of("Fine"))));
    }

    private Map<String, List<String>> initials() {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        chat.last().card().fields().forEach(field -> inputs.put(field.id(), field.initials()));
        return inputs;
    }

    private String send(Map<String, List<String>> inputs) {
        return send("maya", inputs);
    }

    private String send(String person, Map<String, List<String>> inputs) {
        var submit = chat.last().card().buttons().stream()
                .filter(button -> button.action().equals(Actions.FILL))
                .findFirst()
                .orElseThrow();
        return chat.tap(person, submit.action(), submit.value(), inputs);
    }

    private Initiative bet(String id) {
        return chat.store
                .load("")
                .roadmap()
                .find(new ItemId(id), Initiative.class)
                .orElseThrow();
    }

    private Admission entry(String id) {
        return bet(id).entered().orElseThrow();
    }

    private static String first(String answer) {
        return answer.lines().findFirst().orElse("");
    }

    private List<String> asked(Function<Field, String> what) {
        return chat.last().card().fields().stream().map(what).toList();
    }
}
