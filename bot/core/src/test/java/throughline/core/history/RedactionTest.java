package throughline.core.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Commits;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Alignment;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Precedent;
import throughline.core.roadmap.Proposal;
import throughline.core.roadmap.Question;
import throughline.core.roadmap.Values;

class RedactionTest {
    private static final ItemId BET = new ItemId("I12");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);
    private static final PersonId ANA = new PersonId("p1");

    @Test
    void the_words_of_a_title_are_taken_out_of_a_command_wherever_they_stand_in_it() {
        Redaction redaction = of("", retitle("Jo Doe is ill"));
        assertEquals(
                "edit I12 title: [redacted]; size: big",
                command(redaction, "edit I12 title: Jo Doe is ill; size: big"));
        assertEquals("add another initiative [redacted]", command(redaction, "add another initiative jo doe\nis ill"));
        assertEquals("edit I12 title: Jo Doe is illegible", command(redaction, "edit I12 title: Jo Doe is illegible"));
    }

    @Test
    void a_single_word_is_taken_out_of_what_is_about_the_item_only() {
        Redaction redaction = of("", retitle("Search"));
        assertEquals("edit i12 title: [redacted]", command(redaction, "edit i12 title: Search"));
        assertEquals("edit I125 title: Search", command(redaction, "edit I125 title: Search"));
        assertEquals("[redacted]", command(redaction, "Search"));
    }

    @Test
    void a_proposal_that_was_accepted_in_the_same_commit_is_about_the_item() {
        Item accepted = proposal("add another initiative Search; size: big", "");
        Change closing = new Change.Edited<>(
                Kind.PROPOSAL,
                accepted.id(),
                Proposal.STATE,
                Optional.of(Proposal.State.OPEN),
                Optional.of(Proposal.State.ACCEPTED));
        Redaction redaction = of("", new Change.Added(Acme.bet("I12", "Search", Horizon.LATER, v -> v)), closing);
        Item after = after(redaction, accepted);
        assertEquals("add another initiative [redacted]; size: big", after.title());
    }

    @Test
    void a_reason_is_taken_out_of_what_repeats_it() {
        Redaction redaction = of("Jo Doe is ill", retitle("Quick search"));
        assertEquals(
                Optional.of("[redacted]"),
                ((Proposal) after(redaction, proposal("own I3 Sam", "Jo Doe is ill"))).reason());
        Admission entry = new Admission(
                DAY,
                Optional.of(ANA),
                Admission.Way.SWAP,
                Optional.of("Jo Doe is ill"),
                List.of(),
                Optional.of(BET),
                Optional.empty());
        Item other = Acme.bet("I3", "Guided setup", Horizon.NOW, v -> v.with(Initiative.ENTERED, entry));
        Initiative after = (Initiative) after(redaction, other);
        assertEquals(
                Optional.of("[redacted]"),
                after.values().find(Initiative.ENTERED).flatMap(Admission::reason));
        assertEquals("Guided setup", after.title());
        ChangeSet declined = new ChangeSet(
                Commits.STAMP,
                Optional.of("because Jo Doe is ill."),
                List.of(new Change.Added(proposal("own I3 Sam", ""))));
        assertEquals(Optional.of("because [redacted]."), redaction.of(declined).why());
    }

    @Test
    void words_that_are_also_the_name_of_a_constant_are_taken_out_and_the_constant_stays() {
        ItemId keyResult = new ItemId("O1-KR1");
        CheckIn noted = new CheckIn(DAY, "47%", Optional.of(Confidence.HIGH), Optional.of("high"), Optional.of(ANA));
        Change checkIn = new Change.Listed<>(Kind.KEY_RESULT, keyResult, KeyResult.CHECK_INS, noted);
        ChangeSet facts = new ChangeSet(Commits.STAMP, Optional.empty(), List.of(checkIn));
        Change.Listed<?> after = (Change.Listed<?>)
                Redaction.of(facts, keyResult).of(facts).changes().get(0);
        CheckIn left = (CheckIn) after.element();
        assertEquals(Optional.of("[redacted]"), left.note());
        assertEquals(Optional.of(Confidence.HIGH), left.confidence());
    }

    @Test
    void a_text_that_becomes_too_long_is_cut_so_that_it_can_be_read() {
        String longest = "I12 a " + "b ".repeat(496) + "a";
        Redaction redaction = of("", retitle("a"));
        Item question = Kind.QUESTION.item(
                new ItemId("Q1"),
                Values.none()
                        .with(Question.TEXT, longest)
                        .with(Question.ASKED_BY, ANA)
                        .with(Question.ASKED_ON, DAY));
        String after = after(redaction, question).title();
        assertTrue(after.length() <= Question.WORDING.longest(), after);
        assertTrue(after.startsWith("I12 [redacted] b"), after);
    }

    /** So that a new text beside the roadmap is thought of. */
    @Test
    void every_text_beside_the_roadmap_is_one_that_is_looked_at() {
        Set<String> texts = Arrays.stream(Kind.values())
                .filter(Kind::isBeside)
                .flatMap(kind ->
                        kind.fields().stream().filter(RedactionTest::isText).map(field -> kind + " " + field.key()))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "QUESTION text",
                        "QUESTION reply",
                        "PRECEDENT text",
                        "PROPOSAL command",
                        "PROPOSAL seen",
                        "PROPOSAL reason",
                        "PROPOSAL answer",
                        "PROPOSAL asked",
                        "PROPOSAL explained",
                        "SCHEDULE channel",
                        "ALIGNMENT week",
                        "ALIGNMENT why",
                        "REQUEST title",
                        "REQUEST problem",
                        "REQUEST source",
                        "REQUEST asked",
                        "REQUEST explained",
                        "REQUEST card",
                        "DECISION title",
                        "DECISION reason",
                        "DECISION answer_reason",
                        "DECISION settled_reason",
                        "DECISION reopened_why",
                        "INTAKE channel",
                        "NEWS headline",
                        "NEWS more",
                        "NEWS label",
                        "NEWS command",
                        "PULSE month",
                        "CASCADE changed",
                        "CASCADE why",
                        "CASCADE entry",
                        "REVIEW quarter"),
                texts);
        Redaction redaction = of("", retitle("Jo Doe is ill"));
        Item precedent = Kind.PRECEDENT.item(
                new ItemId("P1"),
                Values.none()
                        .with(Precedent.TEXT, "work while Jo Doe is ill")
                        .with(Precedent.BY, ANA)
                        .with(Precedent.ON, DAY));
        assertEquals("work while [redacted]", after(redaction, precedent).title());
        Alignment answer = (Alignment) Kind.ALIGNMENT.item(
                new ItemId("A1"),
                Values.none()
                        .with(Alignment.TEAM, new ItemId("TM1"))
                        .with(Alignment.WEEK, "2026-W47")
                        .with(Alignment.ABOUT, BET)
                        .with(Alignment.BY, ANA)
                        .with(Alignment.ON, DAY)
                        .with(Alignment.STATE, Alignment.State.BLOCKED)
                        .with(Alignment.WHY, "because Jo Doe is ill"));
        assertEquals(Optional.of("because [redacted]"), ((Alignment) after(redaction, answer)).why());
    }

    private static boolean isText(Field<?> field) {
        return field.shape() instanceof throughline.core.roadmap.Shape.Text;
    }

    @Test
    void what_has_no_words_left_is_empty() {
        assertTrue(of("", retitle("[redacted]")).isEmpty());
        assertFalse(of("Jo is ill", retitle("[redacted]")).isEmpty());
    }

    private static Redaction of(String why, Change... changes) {
        return Redaction.of(
                new ChangeSet(Commits.STAMP, Optional.of(why).filter(reason -> !reason.isEmpty()), List.of(changes)),
                BET);
    }

    private static Change retitle(String title) {
        return Commits.retitle("I12", title);
    }

    private static String command(Redaction redaction, String command) {
        return after(redaction, proposal(command, "")).title();
    }

    private static Item after(Redaction redaction, Item item) {
        ChangeSet facts = new ChangeSet(Commits.STAMP, Optional.empty(), List.of(new Change.Added(item)));
        return ((Change.Added) redaction.of(facts).changes().get(0)).item();
    }

    private static Item proposal(String command, String reason) {
        return Kind.PROPOSAL.item(
                new ItemId("PR1"),
                Values.none()
                        .with(Proposal.COMMAND, command)
                        .with(Proposal.LAYER, Kind.INITIATIVE)
                        .with(Proposal.REASON, Optional.of(reason).filter(words -> !words.isEmpty()))
                        .with(Proposal.AUTHOR, ANA)
                        .with(Proposal.ON, DAY)
                        .with(Proposal.STATE, Proposal.State.OPEN));
    }
}
