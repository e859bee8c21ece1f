package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Speaker;
import throughline.core.intake.ChoosingOkr;
import throughline.core.intake.ChoosingSwap;
import throughline.core.intake.Confirming;
import throughline.core.intake.Estimating;
import throughline.core.intake.Intake;
import throughline.core.intake.MeetingAlike;
import throughline.core.intake.Telling;
import throughline.core.people.Account;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Evidence;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.FeatureRequest.Swap;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Rice;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Strategy;
import throughline.core.roadmap.Tripwire;

class RequestingTest {
    private static final String EXPORT = "bulk export to Excel, Globex wants it to renew";

    private final Chat chat = new Chat();
    private int effort;

    @Test
    void a_request_takes_at_most_eight_taps_and_typed_fields() {
        effort = 1; // the text after the command
        assertEquals("Which objective does it accelerate?", first(chat.ask("sam", "request " + EXPORT)));
        assertEquals(
                "What would change in O3-KR1 “More deals are won”, and how sure are you?",
                first(send("sam", Map.of("okr", "O3"))));
        String swap = send("sam", Map.of("movement", "+ 1 point", "delay", "20-50k a month"));
        assertEquals("Now is full (5 of 4). What would you take out for it?", first(swap));
        assertTrue(swap.contains("Waiting costs about 8,077 a week (4,615 to 11,538), told as “20-50k a month”"), swap);
        String statement = send("sam", Map.of());
        assertEquals("Your trade-off: “Bulk export to Excel” in place of Faster search (I12).", first(statement));
        assertTrue(statement.contains("You expect + 1 point, medium sure."), statement);
        assertTrue(requests().isEmpty(), "nothing is filed before it is confirmed");
        String filed = tap("sam", "Send");
        assertEquals("R1 is with Maya Lind: “Bulk export to Excel” in place of Faster search (I12).", first(filed));
        assertTrue(effort <= 8, "it took " + effort);
        FeatureRequest asked = requests().get(0);
        assertEquals(Optional.of(new ItemId("O3-KR1")), asked.keyResult());
        assertEquals(Optional.of(new ItemId("I12")), asked.out());
        assertEquals(
                new BigDecimal("8076.92"),
                asked.values()
                        .find(FeatureRequest.COST_OF_DELAY)
                        .orElseThrow()
                        .middle()
                        .setScale(2, RoundingMode.HALF_UP));
        String told = chat.told("maya").get(0);
        assertEquals("R1: Sam asks for “Bulk export to Excel” in place of Faster search (I12).", first(told));
        assertTrue(open("sam").isEmpty());
    }

    @Test
    void reach_gives_rice_with_both_ends_and_is_compared_with_now() {
        chat.record(
                Acme.MAYA,
                "scored",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        new ItemId("I3"),
                        Initiative.RICE,
                        Optional.empty(),
                        Optional.of(
                                new Rice(new BigDecimal(900), BigDecimal.ONE, new BigDecimal(80), new BigDecimal(3)))));
        chat.ask("sam", "request " + EXPORT);
        send("sam", Map.of("okr", "O3"));
        String swap = send("sam", Map.of("reach", "300-600"));
        assertTrue(swap.contains("RICE 120 (80 to 160); in Now: I3 240."), swap);
        assertTrue(swap.contains("The effort is taken from the size: 3 person-months."), swap);
    }

    @Test
    void it_goes_to_somebody_who_may_decide_though_another_owns_the_objective() {
        chat.record(
                Acme.MAYA,
                "",
                new Change.Edited<>(
                        Kind.OBJECTIVE,
                        new ItemId("O2"),
                        Objective.OWNER,
                        Optional.of(Acme.MAYA),
                        Optional.of(Acme.PRIYA)));
        chat.ask("sam", "request " + EXPORT);
        chat.ask("sam", "O2");
        chat.ask("sam", "skip");
        chat.ask("sam", "park it");
        assertTrue(chat.ask("sam", "send").startsWith("R1 is with Maya Lind"), "Priya leads engineering");
    }

    @Test
    void it_may_be_told_in_words_alone() {
        chat.ask("sam", "request");
        chat.ask("sam", EXPORT);
        chat.ask("sam", "O2");
        chat.ask("sam", "-0.1");
        chat.ask("sam", "invoice self-service");
        assertTrue(chat.ask("sam", "send").startsWith("R1 is with Maya Lind"));
        assertEquals(Optional.of(new ItemId("I7")), requests().get(0).out());
    }

    @Test
    void unknown_words_ask_again_and_commands_are_answered_in_between() {
        chat.ask("sam", "request " + EXPORT);
        assertTrue(chat.ask("sam", "the purple one").contains("That names none of our objectives."));
        assertTrue(first(chat.ask("sam", "who owns I3")).contains("Maya"));
        assertEquals(ChoosingOkr.class, open("sam").orElseThrow().getClass());
        String here = chat.ask("sam", "request");
        assertTrue(here.contains("You were here."), here);
        assertEquals("Which objective does it accelerate?", first(here));
    }

    @Test
    void back_keeps_what_was_said() {
        chat.ask("sam", "request " + EXPORT);
        send("sam", Map.of("okr", "O3"));
        send("sam", Map.of("movement", "+ 1 point", "size", "big"));
        tap("sam", "Back");
        assertEquals(Optional.of("+ 1 point"), field("movement").initial());
        assertEquals(Optional.of("big"), field("size").initial());
        tap("sam", "Back");
        assertEquals(Optional.of("O3"), field("okr").initial());
        chat.ask("sam", "back");
        assertEquals(Telling.class, open("sam").orElseThrow().getClass());
        assertEquals(Optional.of("Bulk export to Excel"), field("title").initial());
        send("sam", Map.of("customers", "Globex, Initech", "revenue", "40k"));
        send("sam", Map.of());
        send("sam", Map.of());
        send("sam", Map.of());
        assertTrue(tap("sam", "Send").contains("For Globex and Initech, about 40,000 of yearly revenue behind it."));
    }

    @Test
    void something_may_be_changed_at_the_end() {
        confirming("sam");
        String form = send("sam", Map.of("change", "estimate"));
        assertTrue(first(form).startsWith("What would change in"), form);
        assertEquals(Estimating.class, open("sam").orElseThrow().getClass());
        send("sam", Map.of("movement", "2-3 %"));
        assertTrue(send("sam", Map.of()).contains("You expect 2-3 %"));
    }

    @Test
    void cancel_leaves_nothing_behind() {
        confirming("sam");
        assertEquals("Nothing was filed.", first(chat.ask("sam", "cancel")));
        assertTrue(open("sam").isEmpty());
        assertTrue(requests().isEmpty());
    }

    @Test
    void sent_twice_it_is_filed_once() {
        confirming("sam");
        Button send = button("Send");
        chat.tap("sam", send.action(), send.value(), Map.of());
        String again = chat.tap("sam", send.action(), send.value(), Map.of());
        assertEquals("Already sent: R1. Nothing was filed twice.", first(again));
        assertEquals(1, requests().size());
    }

    @Test
    void an_old_button_says_so_and_shows_where_one_is() {
        chat.ask("sam", "request " + EXPORT);
        Card okr = chat.last().card();
        send("sam", Map.of("okr", "O3"));
        Button old = okr.buttons().get(0);
        String told = chat.tap("sam", old.action(), old.value(), Map.of("okr", List.of("O2")));
        assertTrue(told.contains("That card was of another step."), told);
        assertTrue(first(told).startsWith("What would change in O3-KR1"), told);
        chat.ask("sam", "cancel");
        assertEquals(
                "That card is done with, so this tap did nothing.",
                first(chat.tap("sam", old.action(), old.value(), Map.of("okr", List.of("O2")))));
    }

    @Test
    void a_second_request_asks_before_it_takes_the_place_of_the_first() {
        chat.ask("sam", "request " + EXPORT);
        assertEquals(
                "You have not sent your other request yet.", first(chat.ask("sam", "request a dark theme, please")));
        assertTrue(first(tap("sam", "Start the new one")).startsWith("Which objective")
                || open("sam").orElseThrow() instanceof MeetingAlike);
    }

    @Test
    void what_cannot_be_read_is_said_at_its_field_and_stays() {
        chat.ask("sam", "request " + EXPORT);
        send("sam", Map.of("okr", "O3"));
        send("sam", Map.of("movement", "a lot", "delay", "4k a week"));
        assertEquals(Optional.of("A change, such as + 1 point or 2-3 %."), problem("movement"));
        assertEquals(Optional.of("a lot"), field("movement").initial());
        assertEquals(Optional.of("4k a week"), field("delay").initial());
    }

    @Test
    void what_serves_no_okr_gets_an_honest_answer_with_leaderships_words() {
        chat.record(
                Acme.MAYA,
                "strategy",
                new Change.Edited<>(
                        Kind.STRATEGY,
                        new ItemId("S1"),
                        Strategy.PERMISSION,
                        Optional.empty(),
                        Optional.of(List.of("We don't build single-customer features this year"))));
        chat.ask("sam", "request " + EXPORT);
        String honest = send("sam", Map.of("okr", "none"));
        assertEquals("What moves none of our objectives is not for now: “Bulk export to Excel”.", first(honest));
        assertTrue(honest.contains("“We don't build single-customer features this year” (S1)."), honest);
        assertTrue(first(tap("sam", "Keep it on record")).startsWith("R1"));
        FeatureRequest asked = requests().get(0);
        assertTrue(asked.objective().isEmpty());
        assertEquals(Swap.PARK, asked.swap());
    }

    @Test
    void what_looks_like_it_is_shown_first_and_joined_in_two_taps() {
        confirming("sam");
        tap("sam", "Send");
        String alike = chat.ask("priya", "request bulk export to Excel for Initech");
        assertEquals("One thing here looks like it already.", first(alike));
        tap("priya", "Join R1");
        String joined = send("priya", Map.of("customers", "Initech", "revenue", "20-40k"));
        assertEquals("You joined R1, “Bulk export to Excel”: 2 want it now.", first(joined));
        FeatureRequest asked = requests().get(0);
        assertEquals(1, requests().size());
        assertEquals(List.of("Initech"), asked.voices().get(0).customers());
        assertEquals(
                0,
                new BigDecimal(30_000)
                        .compareTo(asked.voices().get(0).revenue().orElseThrow().middle()));
        assertTrue(chat.told("sam").stream().anyMatch(text -> text.startsWith("Priya joined R1")));
        String changes = chat.ask("tom", "changes");
        assertTrue(changes.contains("filed the request Bulk export to Excel (R1)"), changes);
        assertTrue(changes.contains("joined Bulk export to Excel (R1) for Initech"), changes);
    }

    @Test
    void who_joins_twice_says_it_anew() {
        Filed.by(chat, Acme.SAM);
        joins("priya", Map.of("customers", "Initech", "revenue", "40k"));
        String again = joins("priya", Map.of("customers", "initech, Umbrella", "revenue", "60k"));
        assertEquals("You said more about R1, “Bulk export”: 2 want it now.", first(again));
        FeatureRequest asked = requests().get(0);
        assertEquals(1, asked.voices().size());
        assertEquals(List.of("Globex", "Initech", "Umbrella"), asked.customers());
        assertTrue(chat.ask("maya", "requests R1").contains("about 60,000 of yearly revenue"));
        joins("priya", Map.of("customers", "Hooli"));
        assertTrue(chat.ask("maya", "requests R1").contains("about 60,000 of yearly revenue"));
        assertEquals(4, requests().get(0).customers().size());
    }

    @Test
    void who_joins_the_own_request_says_it_anew_too() {
        confirming("sam");
        tap("sam", "Send");
        assertTrue(joins("sam", Map.of("customers", "Umbrella", "revenue", "50k"))
                .startsWith("You said more about R1, “Bulk export to Excel”: one wants it now."));
        assertTrue(chat.ask("maya", "requests R1").contains("about 50,000 of yearly revenue"));
        joins("priya", Map.of("customers", "Hooli", "revenue", "30k"));
        assertTrue(chat.ask("maya", "requests R1").contains("about 80,000 of yearly revenue"));
        assertTrue(chat.ask("maya", "decide R1").contains("Revenue: about 80,000, told by 2"));
    }

    private String joins(String person, Map<String, String> said) {
        chat.ask(person, "request new: bulk export");
        tap(person, "Join R1");
        return send(person, said);
    }

    @Test
    void what_is_withdrawn_meanwhile_is_joined_by_nobody() {
        Filed.by(chat, Acme.TOM);
        chat.ask("sam", "request bulk export");
        chat.ask("sam", "join R1");
        chat.ask("tom", "withdraw R1");
        String told = chat.ask("sam", "join");
        assertTrue(told.contains("R1 is gone meanwhile, so there is nothing to join."), told);
        assertEquals("Which objective does it accelerate?", first(told));
        assertTrue(requests().get(0).voices().isEmpty());
    }

    @Test
    void joining_an_initiative_adds_evidence_and_a_watch() {
        String alike = chat.ask("sam", "request faster search");
        assertTrue(alike.contains("I12 Faster search"), alike);
        tap("sam", "Join I12");
        String joined = send("sam", Map.of("problem", "Globex waits 9 s for a result", "customers", "Globex"));
        assertTrue(first(joined).startsWith("You joined Faster search (I12)"), joined);
        Initiative bet = roadmap().find(new ItemId("I12"), Initiative.class).orElseThrow();
        Evidence evidence = roadmap().evidenceFor(bet).first(1).get(0);
        assertEquals("Globex waits 9 s for a result", evidence.title());
        assertEquals(1, roadmap().watching(bet.id()).size());
    }

    @Test
    void an_earlier_decline_tells_why_and_what_would_reopen_it() {
        declined();
        String alike = chat.ask("sam", "request Excel add-in");
        assertTrue(alike.contains("comes back if export use passes 5 %"), alike);
        String why = tap("sam", "Why D1?");
        assertTrue(why.contains("2 % of accounts used export"), why);
        assertEquals("Which objective does it accelerate?", first(tap("sam", "Mine is different")));
    }

    private void declined() {
        chat.record(
                Acme.MAYA,
                "declined",
                new Change.Added(Acme.item(
                        Kind.DECISION,
                        "D1",
                        values -> values.with(Receipt.TITLE, "Excel add-in")
                                .with(Receipt.WHAT, Receipt.What.DECLINED)
                                .with(Receipt.STATE, Receipt.State.FINAL)
                                .with(Receipt.DECIDER, Acme.MAYA)
                                .with(Receipt.REASON, "2 % of accounts used export")
                                .with(Receipt.ON, LocalDate.of(2026, 3, 4))
                                .with(
                                        Receipt.TRIPWIRE,
                                        new Tripwire("export use passes 5 %", Optional.empty(), Optional.empty())))));
    }

    @Test
    void what_moved_meanwhile_brings_one_back_to_the_step() {
        confirming("sam");
        Initiative bet = roadmap().find(new ItemId("I12"), Initiative.class).orElseThrow();
        chat.record(
                Acme.MAYA,
                "moved",
                new Change.Edited<>(
                        Kind.INITIATIVE,
                        bet.id(),
                        Initiative.HORIZON,
                        Optional.of(Horizon.NOW),
                        Optional.of(Horizon.LATER)));
        String told = tap("sam", "Send");
        assertTrue(told.contains("I12 is no longer in Now, so it can't go out for this."), told);
        assertEquals(ChoosingSwap.class, open("sam").orElseThrow().getClass());
        assertTrue(requests().isEmpty());
        send("sam", Map.of("out", "cant"));
        tap("sam", "Send");
        assertEquals(Swap.CANT_CHOOSE, requests().get(0).swap());
    }

    @Test
    void an_objective_that_is_gone_is_chosen_anew() {
        confirming("sam");
        roadmap().find(new ItemId("O3")).ifPresent(item -> chat.record(Acme.MAYA, "gone", new Change.Removed(item)));
        assertTrue(tap("sam", "Send").contains("O3 is no longer on the roadmap."));
        assertEquals(ChoosingOkr.class, open("sam").orElseThrow().getClass());
    }

    @Test
    void a_small_one_takes_no_place() {
        chat.ask("sam", "request " + EXPORT);
        send("sam", Map.of("okr", "O3"));
        assertTrue(first(send("sam", Map.of("size", "small"))).startsWith("A small one takes no place in Now"));
        send("sam", Map.of());
        tap("sam", "Send");
        assertEquals(Swap.NOT_NEEDED, requests().get(0).swap());
    }

    @Test
    void only_what_was_submitted_is_seen_in_the_channel() {
        say("sam", "#sales", Input.Manner.COMMAND, "request " + EXPORT);
        for (Map<String, String> typed :
                List.of(Map.of("okr", "O3"), Map.<String, String>of(), Map.<String, String>of())) {
            List<Posting> said = tapIn("#sales", "sam", submit(), filled(typed));
            assertEquals("sam", said.get(0).recipient());
        }
        List<Posting> filed = tapIn("#sales", "sam", button("Send"), Map.of());
        assertEquals("", filed.get(0).recipient());
        assertTrue(filed.get(0).payload().startsWith("R1 is with Maya Lind"));
    }

    @Test
    void in_a_thread_a_request_is_its_authors_alone() {
        in("sam", new Input.Said("request " + EXPORT, Input.Manner.OPEN));
        Button submit = submit();
        Map<String, List<String>> inputs = filled(Map.of("okr", "O2"));
        List<Posting> other = in("tom", new Input.Said("O2", Input.Manner.OPEN));
        assertFalse(other.get(0).payload().contains("What would change"), other.toString());
        List<Posting> tapped = in("tom", new Input.Tapped(submit.action(), submit.value(), "", inputs));
        assertTrue(tapped.get(0).payload().startsWith("This is Sam's request"), tapped.toString());
        assertTrue(in("sam", new Input.Said("O2", Input.Manner.OPEN))
                .get(0)
                .payload()
                .startsWith("What would change"));
    }

    private List<Posting> in(String person, Input input) {
        return chat.hear(new Incoming(
                "thread" + person + input.hashCode(),
                Speaker.member(Account.local(person), person),
                new Place(Account.LOCAL, "#growth", Optional.of("t1"), Place.Reach.INTERNAL),
                input,
                ""));
    }

    @Test
    void who_asks_in_passing_is_offered_it() {
        assertEquals(
                "Do you want to request “bulk export to Excel”?",
                first(chat.ask("sam", "can we have bulk export to Excel?")));
        assertEquals("Which objective does it accelerate?", first(tap("sam", "Request it")));
    }

    @Test
    void an_inferred_line_offers_it_too() {
        chat.ask("sam", "Which OKR does this serve: setup wizard for a new team's first project");
        assertTrue(chat.last().card().buttons().stream()
                .anyMatch(button -> button.label().equals("Request it")));
    }

    @Test
    void a_request_that_lies_about_is_reminded_of_once_and_forgotten() {
        chat.ask("sam", "request " + EXPORT);
        Intake begun = (Intake) open("sam").orElseThrow();
        LocalDate day = begun.session().touched();
        assertEquals(Intake.Due.NOTHING, begun.due(day.plusDays(6)));
        assertEquals(Intake.Due.REMINDER, begun.due(day.plusDays(7)));
        assertEquals(Intake.Due.NOTHING, begun.afterReminder().due(day.plusDays(8)));
        assertEquals(Intake.Due.OVER, begun.afterReminder().due(day.plusDays(14)));
        chat.after(Duration.ofDays(15));
        assertTrue(open("sam").isEmpty());
    }

    @Test
    void requests_are_listed_for_oneself_and_for_all() {
        confirming("sam");
        tap("sam", "Send");
        assertEquals("You filed or joined 1 request: 0 decided, 1 waiting.", first(chat.ask("sam", "requests mine")));
        assertTrue(first(chat.ask("tom", "requests open")).startsWith("1 request is open"));
        assertTrue(
                first(chat.ask("tom", "requests R1")).startsWith("R1, “Bulk export to Excel”, waits for a decision."));
        assertEquals("1 open request from 1 team.", first(chat.ask("tom", "requests by team")));
        assertEquals("1 open request from 1 customer.", first(chat.ask("tom", "requests by customer")));
        assertEquals(
                "No request is from Globex.",
                first(chat.ask("tom", "requests by customer Globex")).replace("globex", "Globex"));
    }

    private void confirming(String person) {
        chat.ask(person, "request " + EXPORT);
        send(person, Map.of("okr", "O3"));
        send(person, Map.of("movement", "+ 1 point"));
        send(person, Map.of());
        assertEquals(Confirming.class, open(person).orElseThrow().getClass());
    }

    /* Playing */

    /** Sends the form of the last card as it stands, with these typed or chosen instead. */
    private String send(String person, Map<String, String> typed) {
        effort += 1 + typed.size();
        Button submit = submit();
        return chat.tap(person, submit.action(), submit.value(), filled(typed));
    }

    private Button submit() {
        return forms().get(0).submit();
    }

    private Map<String, List<String>> filled(Map<String, String> typed) {
        Map<String, List<String>> inputs = new HashMap<>();
        forms().get(0).fields().forEach(field -> inputs.put(field.id(), field.initials()));
        typed.forEach((id, value) -> inputs.put(id, List.of(value)));
        return inputs;
    }

    private List<Block.Form> forms() {
        return chat.last().card().blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .collect(Collectors.toList());
    }

    private Field field(String id) {
        return chat.last().card().fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> problem(String id) {
        return forms().get(0).problem(field(id));
    }

    private String tap(String person, String label) {
        effort++;
        return chat.tap(person, label);
    }

    private Button button(String label) {
        return chat.last().card().buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private void say(String person, String channel, Input.Manner manner, String text) {
        chat.hear(chat.incoming(person, channel, new Input.Said(text, manner)));
    }

    private List<Posting> tapIn(String channel, String person, Button button, Map<String, List<String>> inputs) {
        return chat.hear(chat.incoming(person, channel, new Input.Tapped(button.action(), button.value(), "", inputs)));
    }

    private Optional<Dialogue> open(String person) {
        Incoming incoming = chat.incoming(person, "dm:" + person, new Input.Said("", Input.Manner.OPEN));
        return chat.store.load(Exchange.conversation(incoming)).dialogue();
    }

    private Roadmap roadmap() {
        return chat.store.load("").roadmap();
    }

    private List<FeatureRequest> requests() {
        return roadmap().requests().toList();
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
