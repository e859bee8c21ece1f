package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.card.Block;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Theme;

class EditingTest {
    private final Chat chat = new Chat();

    @Test
    void a_pm_builds_from_nothing_in_lines() {
        assertEquals(
                "Added O4, “Teams invite colleagues”, an objective.",
                first(chat.ask("maya", "add objective Teams invite colleagues why: They stay longer; period: 2027")));
        assertEquals(
                "Added O4-KR1, “invites for each team”, a key result.",
                first(chat.ask("maya", "add kr invites for each team for O4 baseline: 1.2; target: 3")));
        assertEquals(
                "Added T2, “Growing together”, a theme.",
                first(chat.ask("maya", "add theme Growing together for O4 kpi: invites per team")));
        assertEquals(
                "Added I15, “Invite by link”, to Next.",
                first(chat.ask(
                        "maya",
                        "add initiative Invite by link horizon: next; serves: O4-KR1; theme: T2; non_goals: SSO")));
        Initiative bet = (Initiative) item("I15");
        assertEquals("[O4-KR1]", bet.serves().toString());
        assertEquals("T2", bet.theme().orElseThrow().text());
        assertEquals(List.of("SSO"), bet.values().all(Initiative.NON_GOALS));
        assertEquals(
                "Maya Lind", chat.store.load("").people().fullName(bet.owner().orElseThrow()));
    }

    @Test
    void a_form_asks_for_the_essentials_then_more() {
        assertEquals("Add an initiative", first(chat.ask("maya", "add initiative")));
        Block.Form form = form();
        String more = chat.tap(
                "maya",
                Actions.FILL,
                form.more().orElseThrow().value(),
                Map.of(
                        "title",
                        List.of("Invite by link"),
                        "horizon",
                        List.of("later"),
                        "serves",
                        List.of("O1-KR1", "O1-KR2")));
        assertEquals("More about Invite by link (I15)", first(more));
        assertEquals(2, ((Initiative) item("I15")).serves().size());
        send(Map.of("size", List.of("small"), "success.new.outcome", List.of("More teams")));
        assertEquals(Initiative.Size.SMALL, item("I15").values().get(Initiative.SIZE));
        assertEquals(
                "More teams",
                item("I15").values().all(Initiative.SUCCESS).get(0).outcome());
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_the_rest_stays_as_typed() {
        chat.ask("maya", "add kr activation rises for O9 target: 55%");
        Block.Form form = form();
        assertTrue(form.fields().stream().anyMatch(field -> field.initials().contains("55%")), form.toString());
        String again = chat.tap(
                "maya",
                Actions.FILL,
                form.submit().value(),
                Map.of("title", List.of("activation rises"), "objective", List.of("O99"), "target", List.of("55%")));
        assertTrue(again.contains("No objective is called “O99”"), again);
        assertTrue(form().fields().stream().anyMatch(field -> field.initials().contains("55%")));
        assertEquals("Not added yet: 1 field needs another look.", first(again));
    }

    @Test
    void a_line_edits_and_undo_takes_it_back() {
        assertEquals(
                "Recorded: set the size of Guided setup (I3) to big.", first(chat.ask("maya", "edit I3 size: big")));
        chat.tap("maya", "Undo");
        assertTrue(item("I3").values().find(Initiative.SIZE).isEmpty());
        assertEquals(
                "Guided setup (I3) is so already. Nothing was changed.",
                first(chat.ask("maya", "edit guided setup non_goals: Contractors")));
    }

    @Test
    void several_fields_are_told_line_by_line() {
        String answer = chat.ask("maya", "edit I3 size: big; release: 2027-Q1; non_goals + SSO");
        assertEquals("Recorded: changed the size, release and non goals of Guided setup (I3).", first(answer));
        chat.tap("maya", "Undo");
        assertEquals(List.of("Contractors"), item("I3").values().all(Initiative.NON_GOALS));
    }

    @Test
    void when_something_comes_is_read_or_asked_about() {
        chat.ask("maya", "edit I3 release: Q1 27");
        assertEquals("2027-Q1", item("I3").values().get(Initiative.RELEASE));
        String dated = chat.ask("maya", "edit I3 release: 2027-05-12; size: big");
        assertEquals(
                "Nothing was changed. Release: Expected a quarter or a half year, never a date: it is in 2027-Q2.",
                first(dated));
        send(Map.of("release", List.of("2027-Q2"), "size", List.of("big")));
        assertEquals("2027-Q2", item("I3").values().get(Initiative.RELEASE));
        assertTrue(first(chat.ask("maya", "edit O1-KR1 due: when it is done"))
                .contains("like 2027-Q1 or 2027-03-31, found “when it is done”."));
        assertTrue(first(chat.ask("maya", "edit I3 success: Teams stay; success.by: soon"))
                .contains("Success criterion: by: Expected a quarter"));
        assertTrue(first(chat.ask("maya", "add kr invites per team for O1 due: some day"))
                .startsWith("Not added yet"));
    }

    @Test
    void what_a_file_says_of_a_time_stays_and_comes_back() {
        KeyResult keyResult = (KeyResult) item("O1-KR1");
        chat.record(
                Acme.MAYA,
                "it came so",
                new Change.Edited<>(
                        Kind.KEY_RESULT, keyResult.id(), KeyResult.DUE, keyResult.due(), Optional.of("when ready")));
        chat.ask("maya", "edit O1-KR1");
        Map<String, List<String>> inputs = initials();
        inputs.put("target", List.of("60 %"));
        assertTrue(first(send(inputs)).startsWith("Recorded: "));
        assertEquals(Optional.of("when ready"), ((KeyResult) item("O1-KR1")).due());
        chat.ask("maya", "edit O1-KR1 due: end of March 2027");
        assertEquals(Optional.of("2027-03-31"), ((KeyResult) item("O1-KR1")).due());
        chat.tap("maya", "Undo");
        assertEquals(Optional.of("when ready"), ((KeyResult) item("O1-KR1")).due());
    }

    @Test
    void undoing_an_addition_leaves_what_others_added_since() {
        chat.ask("maya", "edit I3 non_goals + SSO");
        String undo = chat.last().card().buttons().get(0).value();
        assertEquals("edit I3 anyway; non_goals - SSO", undo);
        chat.ask("maya", "edit I3 non_goals + Invoices");
        chat.tap("maya", Actions.ASK, undo, Map.of());
        assertEquals(List.of("Contractors", "Invoices"), item("I3").values().all(Initiative.NON_GOALS));
    }

    @Test
    void a_bad_value_in_a_line_opens_a_form_that_says_so() {
        String answer = chat.ask("maya", "edit I3 size: huge; release: 2027-Q1");
        assertTrue(answer.contains("Expected one of big, medium, small, found “huge”."), answer);
        assertTrue(form().fields().stream().anyMatch(field -> field.initials().contains("2027-Q1")));
        send(Map.of("size", List.of("big"), "release", List.of("2027-Q1")));
        assertEquals("2027-Q1", item("I3").values().get(Initiative.RELEASE));
        assertTrue(first(chat.ask("maya", "edit I3 title: none")).contains("Fill this in"));
    }

    @Test
    void nothing_is_guessed_and_nothing_typed_is_lost() {
        String answer = chat.ask("maya", "edit guidd setup size: big");
        assertTrue(answer.contains("Did you mean Guided setup (I3)?"), answer);
        chat.tap("maya", "Guided setup (I3)");
        assertEquals(Initiative.Size.BIG, item("I3").values().get(Initiative.SIZE));
    }

    @Test
    void a_form_sent_unchanged_records_nothing() {
        int before = chat.store.log().size();
        chat.ask("maya", "edit I3");
        String answer = send(initials());
        assertTrue(first(answer).endsWith("is so already. Nothing was changed."), answer);
        assertEquals(before, chat.store.log().size());
    }

    @Test
    void two_who_edit_one_field_both_see_what_happened() {
        chat.ask("maya", "edit I3");
        Block.Form mine = form();
        Map<String, List<String>> inputs = initials();
        inputs.put("why", List.of("Setup takes a week."));
        chat.after(Duration.ofMinutes(2)).ask("tom", "edit I3 why: Sales asks for it.");
        chat.after(Duration.ofMinutes(2));
        String answer = chat.tap("maya", Actions.FILL, mine.submit().value(), inputs);
        assertEquals("I couldn't save that: Tom changed the why of Guided setup (I3) 2 minutes ago.", first(answer));
        assertTrue(answer.contains("yours: Setup takes a week."), answer);
        assertEquals("Sales asks for it.", item("I3").values().get(Initiative.WHY));
        chat.tap("maya", "Apply mine too");
        assertEquals("Setup takes a week.", item("I3").values().get(Initiative.WHY));
    }

    @Test
    void two_who_edit_different_fields_do_not_disturb_each_other() {
        chat.ask("maya", "edit I3");
        Block.Form mine = form();
        Map<String, List<String>> inputs = initials();
        inputs.put("why", List.of("Setup takes a week."));
        chat.ask("tom", "edit I3 title: Guided set-up");
        chat.tap("maya", Actions.FILL, mine.submit().value(), inputs);
        assertEquals("Guided set-up", item("I3").title());
        assertEquals("Setup takes a week.", item("I3").values().get(Initiative.WHY));
    }

    @Test
    void a_long_text_is_not_replaced_by_a_slip() {
        String text = "A wizard that leads a new team to its first project, in three steps, with sample data in each.";
        chat.ask("maya", "edit I3 anyway; description: " + text);
        String question = chat.ask("maya", "edit I3 description: Short.");
        assertEquals("Replace the description of Guided setup (I3)?", first(question));
        assertEquals(text, item("I3").values().get(Initiative.DESCRIPTION));
        chat.ask("maya", "yes");
        assertEquals("Short.", item("I3").values().get(Initiative.DESCRIPTION));
    }

    @Test
    void an_initiative_is_moved_done_and_dropped() {
        assertEquals(
                "Guided setup (I3) is in Next; it was in Now.",
                first(chat.ask("maya", "move I3 to next because of Q1")));
        chat.tap("maya", "Undo");
        assertEquals(Horizon.NOW, ((Initiative) item("I3")).horizon());
        chat.ask("maya", "done I4");
        assertEquals(Horizon.DONE, ((Initiative) item("I4")).horizon());
        assertEquals("Why drop Dark mode (I14)?", first(chat.ask("maya", "drop dark mode")));
        assertEquals("Drop Dark mode (I14)?", first(chat.ask("maya", "drop dark mode because nobody asks")));
        assertEquals(Horizon.LATER, ((Initiative) item("I14")).horizon());
        chat.tap("maya", "Drop it");
        assertEquals(Horizon.DROPPED, ((Initiative) item("I14")).horizon());
        assertEquals(
                Optional.of("nobody asks"),
                chat.store.log().get(chat.store.log().size() - 1).why());
    }

    @Test
    void a_form_drops_nothing_without_a_reason() {
        chat.ask("maya", "edit I14");
        Map<String, List<String>> inputs = initials();
        inputs.put("horizon", List.of("dropped"));
        String answer = send(inputs);
        assertTrue(answer.contains("Dropping needs a reason. Type: drop I14 because …"), answer);
        assertEquals(Horizon.LATER, horizon("I14"));
    }

    @Test
    void a_line_ends_an_initiative_as_its_own_command_does() {
        assertEquals("Why drop Dark mode (I14)?", first(chat.ask("maya", "edit I14 horizon: dropped")));
        for (String edit : List.of(
                "edit I14 horizon: dropped; because nobody asks", "edit I14 horizon: dropped because nobody asks")) {
            assertEquals("Drop Dark mode (I14)?", first(chat.ask("maya", edit)));
            assertEquals(Horizon.LATER, horizon("I14"));
        }
        chat.ask("maya", "yes");
        assertEquals(Horizon.DROPPED, horizon("I14"));
        assertEquals(
                "Dark mode (I14) is in Later; it was dropped.", first(chat.ask("maya", "edit I14 horizon: later")));
        assertTrue(first(chat.tap("maya", "Undo")).startsWith("Taken back"));
        assertEquals(Horizon.DROPPED, horizon("I14"));
        assertEquals("Guided setup (I3) is done; it was in Now.", first(chat.ask("maya", "edit I3 horizon: done")));
    }

    @Test
    void what_is_dropped_with_other_fields_is_asked_about_too() {
        assertTrue(first(chat.ask("maya", "edit I14 horizon: dropped; size: small"))
                .contains("Dropping needs a reason"));
        assertTrue(first(chat.ask("maya", "edit I14 anyway; horizon: dropped")).contains("Dropping needs a reason"));
        assertEquals(
                "Drop Dark mode (I14) with these changes?",
                first(chat.ask("maya", "edit I14 horizon: dropped; size: small; because nobody asks")));
        assertEquals(Horizon.LATER, horizon("I14"));
        chat.tap("maya", "Drop it");
        assertEquals(Horizon.DROPPED, horizon("I14"));
        assertEquals(Initiative.Size.SMALL, item("I14").values().get(Initiative.SIZE));
        assertEquals(
                Optional.of("nobody asks"),
                chat.store.log().get(chat.store.log().size() - 1).why());
    }

    @Test
    void words_that_direct_are_words_in_a_text() {
        chat.ask("maya", "edit I3 why: teams want more");
        assertEquals("teams want more", item("I3").values().get(Initiative.WHY));
        chat.ask("maya", "edit I3 why: see page 2");
        assertEquals("see page 2", item("I3").values().get(Initiative.WHY));
    }

    @Test
    void a_forged_form_adds_nothing_incomplete() {
        String answer = chat.tap("maya", Actions.FILL, "add initiative asking size", Map.of("size", List.of("big")));
        assertEquals("Add an initiative", first(answer));
        assertTrue(chat.store.load("").roadmap().find("I15").isEmpty());
    }

    @Test
    void evidence_is_removed_by_who_added_it() {
        chat.ask("sam", "add evidence Three trials stopped at setup for I3");
        chat.ask("priya", "remove E1 yes");
        assertTrue(chat.store.load("").roadmap().find("E1").isPresent());
        chat.ask("sam", "remove E1 yes");
        assertTrue(chat.store.load("").roadmap().find("E1").isEmpty());
    }

    @Test
    void something_gets_an_owner() {
        chat.ask("maya", "own guided setup tom");
        assertEquals("Tom", name("I3").split(" ", -1)[0]);
        assertTrue(chat.ask("maya", "own I3 Tomm").contains("Nobody is called “Tomm”"));
    }

    @Test
    void a_figure_that_reads_like_a_command_survives_the_question_about_it() {
        for (String figure : List.of("470; was 48", "470% high", "470 \"net\"; 48", "470 because of May", "470 yes")) {
            String asked = chat.tap(
                    "maya",
                    Actions.FILL,
                    "check-in O1-KR2",
                    Map.of("value", List.of(figure), "confidence", List.of("low"), "note", List.of("seen; twice")));
            assertTrue(first(asked).startsWith("Is " + figure + " right?"), asked);
            chat.ask("maya", "yes");
            CheckIn last = ((KeyResult) item("O1-KR2"))
                    .values().all(KeyResult.CHECK_INS).stream()
                            .reduce((earlier, later) -> later)
                            .orElseThrow();
            assertEquals(figure, last.value());
            assertEquals(Optional.of("seen; twice"), last.note());
            assertEquals(Optional.of(Confidence.LOW), last.confidence());
            chat.ask("maya", "check-in O1-KR2 take back");
        }
    }

    @Test
    void a_check_in_that_looks_like_a_slip_is_asked_about() {
        String answer = chat.ask("maya", "check-in O1-KR2 47% high; sample data helped");
        assertEquals("Checked in: 7-day activation is 47%, before 46% (O1-KR2).", first(answer));
        String jump = chat.ask("maya", "check-in O1-KR2 470%");
        assertTrue(first(jump).startsWith("Is 470% right? That is a jump."), jump);
        String unit = chat.ask("maya", "check-in O1-KR2 47 days");
        assertTrue(first(unit).contains("Its unit is days, not %."), unit);
        chat.ask("maya", "yes");
        assertEquals(
                "47 days",
                ((KeyResult) item("O1-KR2"))
                        .values()
                        .all(KeyResult.CHECK_INS)
                        .get(2)
                        .value());
        assertTrue(chat.ask("maya", "check-in O1-KR2 take back").contains("Taken back: 47 days"));
    }

    @Test
    void a_theme_is_linked_to_an_objective_and_a_bet_to_what_it_needs() {
        chat.ask("maya", "link T1 O2");
        assertEquals("[O1, O2]", ((Theme) item("T1")).serves().toString());
        chat.ask("maya", "unlink T1 O1");
        assertEquals("[O2]", ((Theme) item("T1")).serves().toString());
        chat.ask("maya", "link I13 I9 because sign-on comes first");
        assertEquals("[I9]", item("I13").values().all(Initiative.DEPENDS_ON).toString());
    }

    @Test
    void what_is_removed_takes_along_what_cannot_stand_without_it() {
        String question = chat.ask("maya", "remove O1");
        assertEquals(
                "Remove objective New teams reach value in their first week (O1) from the roadmap?", first(question));
        assertTrue(question.contains("key result, removed as well"), question);
        assertTrue(chat.store.load("").roadmap().find("O1").isPresent());
        chat.tap("maya", "Remove it");
        assertTrue(chat.store.load("").roadmap().find("O1-KR2").isEmpty());
        assertFalse(((Initiative) item("I3")).serves().toString().contains("O1"));
    }

    @Test
    void what_others_own_is_proposed_to_them() {
        assertTrue(first(chat.ask("sam", "edit I3 size: big")).startsWith("Sent to Maya Lind as a proposal"));
        assertTrue(first(chat.ask("maya", "add workstream Wizard pages for I3"))
                .startsWith("Sent to Priya Shah as a proposal"));
        assertTrue(first(chat.ask("sam", "add evidence Three trials stopped at setup for I3"))
                .startsWith("Added E1"));
    }

    @Test
    void evidence_is_changed_by_who_added_it_or_a_pm() {
        chat.ask("sam", "add evidence Three trials stopped at setup for I3");
        assertTrue(first(chat.ask("priya", "edit E1 statement: Nobody stopped")).startsWith("Sent to "));
        assertTrue(chat.ask("priya", "accept PR1").startsWith("Only "));
        assertEquals("Three trials stopped at setup", item("E1").title());
        chat.ask("sam", "edit E1 statement: Four trials stopped at setup");
        assertEquals("Four trials stopped at setup", item("E1").title());
        chat.ask("maya", "accept PR1 anyway");
        assertEquals("Nobody stopped", item("E1").title());
    }

    @Test
    void what_came_to_hang_on_it_meanwhile_is_not_removed_unseen() {
        chat.ask("maya", "add initiative Calendar for O1-KR1");
        chat.ask("priya", "add workstream Calendar pages for I15");
        String question = chat.ask("maya", "remove I15 yes");
        assertTrue(first(question).startsWith("Remove initiative Calendar (I15)"), question);
        assertTrue(question.contains("Calendar pages (W1)"), question);
        chat.tap("maya", "Remove it");
        assertTrue(chat.store.load("").roadmap().find("W1").isEmpty());
    }

    @Test
    void blanks_without_end_are_read_in_no_time() {
        String blanks = " ".repeat(9_000);
        for (String text : List.of(
                "check-in O1-KR2 47%" + blanks + "x", "move I14" + blanks + "x", "diff " + "- ".repeat(4_500))) {
            assertTimeoutPreemptively(Duration.ofSeconds(1), () -> chat.ask("maya", text));
        }
        chat.ask("maya", "check-in O1-KR2 47%   ,  low   yes  ; sample data");
        assertEquals("47%", ((KeyResult) item("O1-KR2")).current().orElseThrow().toString());
    }

    @Test
    void what_is_so_already_is_not_recorded_as_a_change() {
        assertEquals(
                "Guided setup (I3) is so already. Nothing was changed.",
                first(chat.ask("maya", "edit I3 swap; horizon: now")));
    }

    private String send(Map<String, List<String>> inputs) {
        return chat.tap("maya", Actions.FILL, form().submit().value(), inputs);
    }

    private Block.Form form() {
        return chat.last().card().blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form: " + chat.last().card()));
    }

    private Map<String, List<String>> initials() {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        form().fields().forEach(field -> inputs.put(field.id(), field.initials()));
        return inputs;
    }

    private Item item(String id) {
        return chat.store.load("").roadmap().find(id).orElseThrow();
    }

    private String name(String id) {
        return chat.store.load("").people().fullName(item(id).owner().orElseThrow());
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }

    private Horizon horizon(String id) {
        return ((Initiative) item(id)).horizon();
    }
}
