package throughline.core.roadmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.people.PersonId;

class RoadmapTest {
    private final Roadmap acme = Acme.roadmap();

    @Test
    void finds_by_id_in_any_case() {
        assertEquals("Guided setup", acme.find("i3").orElseThrow().title());
        assertTrue(acme.find("I99").isEmpty());
    }

    @Test
    void lists_a_horizon_in_the_order_people_count() {
        assertEquals(List.of("I3", "I4", "I7", "I9", "I10", "I12"), ids(acme.in(Horizon.NOW).stream()));
        assertEquals(6, acme.in(Horizon.NOW).size());
    }

    @Test
    void questions_stand_beside_the_roadmap() {
        Roadmap after = acme.on(one(new Change.Added(question("Q1", "Is SSO guided?", List.of()))));
        assertEquals(acme.size(), after.size());
        assertTrue(after.find("Q1").isEmpty(), "Q1 is a quarter to those who type it");
        assertEquals("Is SSO guided?", after.question("q1").orElseThrow().title());
        assertEquals(acme.titled("sso").size(), after.titled("sso").size());
    }

    @Test
    void open_questions_are_sorted_by_how_many_want_to_know() {
        Roadmap after = acme;
        for (Item question : List.of(
                question("Q1", "One?", List.of()),
                question("Q2", "Two?", List.of(Acme.TOM, Acme.PRIYA)),
                question("Q3", "Three?", List.of(Acme.TOM)),
                question("Q4", "Four?", List.of()).with(Question.REPLY, Optional.of("Yes.")))) {
            after = after.on(one(new Change.Added(question)));
        }
        assertEquals(List.of("Q2", "Q3", "Q1"), ids(after.openQuestions().stream()));
        assertEquals(3, after.openQuestions().size());
        assertEquals(List.of("Q2", "Q3"), ids(after.questionsBy(Acme.TOM).stream()));
    }

    @Test
    void the_next_question_takes_no_id_that_is_taken() {
        Item imported = Acme.bet("Q1", "Kept from elsewhere", Horizon.LATER, values -> values);
        Roadmap after = acme.on(one(new Change.Added(imported)));
        assertEquals("Q2", after.nextQuestion().text());
    }

    @Test
    void precedents_stand_beside_the_roadmap() {
        Roadmap after = acme.on(one(new Change.Added(precedent("L1", "SSO for interns", 20, "O3"))));
        assertEquals(acme.size(), after.size());
        assertTrue(after.find("L1").isEmpty());
        assertEquals("SSO for interns", after.precedent("l1").orElseThrow().title());
        assertEquals(acme.titled("sso").size(), after.titled("sso").size());
        assertEquals("L2", after.nextPrecedent().text());
    }

    @Test
    void the_newest_precedent_of_the_same_words_counts() {
        Roadmap after = acme;
        for (Item precedent : List.of(
                precedent("L1", "Repaint the lobby", 20, "O1"),
                precedent("L2", "repaint: the LOBBY!", 18, "O2"),
                precedent("L3", "Repaint the lobby twice", 20, "O3"),
                precedent("L4", "🎨", 20, "O3"))) {
            after = after.on(one(new Change.Added(precedent)));
        }
        assertEquals(
                "L1", after.precedentOf("Repaint the lobby.").orElseThrow().id().text());
        assertTrue(after.precedentOf("Repaint").isEmpty());
        assertTrue(after.precedentOf("🎨").isEmpty(), "what has no words is like nothing");
        assertEquals(List.of("L2"), ids(precedentsFor(after, "O2")));
        Roadmap without = after.on(one(new Change.Removed(Kind.PRECEDENT, new ItemId("L2"))));
        assertEquals(List.of(), ids(precedentsFor(without, "O2")));
    }

    @Test
    void long_precedents_are_told_apart_by_their_ends() {
        String long1 = "word ".repeat(100) + "one";
        String long2 = "word ".repeat(100) + "two";
        Roadmap after = acme.on(one(new Change.Added(precedent("L1", long1, 20, "O1"))))
                .on(one(new Change.Added(precedent("L2", long2, 20, "O1"))));
        assertEquals("L1", after.precedentOf(long1).orElseThrow().id().text());
        assertEquals("L2", after.precedentOf(long2).orElseThrow().id().text());
    }

    private static Stream<Precedent> precedentsFor(Roadmap roadmap, String objective) {
        return roadmap
                .precedentsFor(
                        roadmap.find(new ItemId(objective), Objective.class).orElseThrow())
                .stream();
    }

    private static Item precedent(String id, String text, int day, String objective) {
        return Acme.item(
                Kind.PRECEDENT,
                id,
                values -> values.with(Precedent.TEXT, text)
                        .with(Precedent.OBJECTIVE, new ItemId(objective))
                        .with(Precedent.BY, Acme.MAYA)
                        .with(Precedent.ON, LocalDate.of(2026, 11, day)));
    }

    private static Item question(String id, String text, List<PersonId> voices) {
        return Acme.item(
                Kind.QUESTION,
                id,
                values -> values.with(Question.TEXT, text)
                        .with(Question.ASKED_BY, Acme.SAM)
                        .with(Question.ASKED_ON, LocalDate.of(2026, 11, 20))
                        .with(Question.VOICES, voices));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GROW-12", "grow-12", " GROW-12 ", "https://acme.example/browse/GROW-12"})
    void a_workstream_is_found_by_its_key_in_the_tracker(String key) {
        Item api = Acme.item(
                Kind.WORKSTREAM,
                "W5",
                values -> values.with(Workstream.TITLE, "Wizard API")
                        .with(Workstream.INITIATIVE, new ItemId("I3"))
                        .with(Workstream.TRACKER, "GROW-12"));
        Roadmap after = acme.on(one(new Change.Added(api)));
        assertEquals("W5", after.tracked(key).orElseThrow().id().text());
        assertTrue(after.tracked("GROW-1").isEmpty());
        assertEquals(
                List.of("W5"), ids(after.building((Initiative) after.find("I3").orElseThrow()).stream()));
    }

    @Test
    void a_moved_initiative_stands_under_its_new_horizon_only() {
        Roadmap after = acme.on(one(edited("I12", Horizon.NOW, Horizon.LATER)));
        assertEquals(5, after.in(Horizon.NOW).size());
        assertEquals(List.of("I12", "I14"), ids(after.in(Horizon.LATER).stream()));
        assertEquals(6, acme.in(Horizon.NOW).size());
    }

    @Test
    void two_lines_recorded_at_once_are_both_kept() {
        ItemId search = new ItemId("I12");
        Roadmap after = acme.on(
                        one(new Change.Listed<>(Kind.INITIATIVE, search, Initiative.SERVES, new ItemId("O1-KR1"))))
                .on(one(new Change.Listed<>(Kind.INITIATIVE, search, Initiative.SERVES, new ItemId("O2-KR1"))));
        assertEquals(
                2, after.find(search, Initiative.class).orElseThrow().serves().size());
        assertEquals(List.of("I14"), ids(after.orphans().stream()));
    }

    @Test
    void a_removed_item_leaves_no_trace_under_any_heading() {
        Roadmap after = acme.on(one(new Change.Removed(Kind.INITIATIVE, new ItemId("I3"))));
        assertTrue(after.find("I3").isEmpty());
        assertEquals(5, after.in(Horizon.NOW).size());
        assertTrue(after.titled("guided").isEmpty());
    }

    @Test
    void facts_about_what_is_gone_change_nothing() {
        Roadmap after = acme.on(one(edited("I99", Horizon.NOW, Horizon.DONE)));
        assertEquals(acme.size(), after.size());
    }

    @Test
    void many_facts_at_once_make_the_same_roadmap_as_one_by_one() {
        List<Change> changes = new ArrayList<>();
        Random random = new Random(7);
        List<Horizon> horizons = List.of(Horizon.values());
        for (int i = 0; i < 500; i++) {
            Horizon horizon = horizons.get(random.nextInt(horizons.size()));
            changes.add(new Change.Added(Acme.bet("I" + (1 + random.nextInt(300)), "Bet " + i, horizon, v -> v)));
        }
        Roadmap atOnce = Roadmap.empty().on(new ChangeSet(Acme.IMPORTED, Optional.empty(), changes));
        Roadmap oneByOne = Roadmap.empty();
        for (Change change : changes) {
            oneByOne = oneByOne.on(one(change));
        }
        assertEquals(oneByOne.stream().toList(), atOnce.stream().toList());
        for (Horizon horizon : Horizon.values()) {
            assertEquals(ids(oneByOne.in(horizon).stream()), ids(atOnce.in(horizon).stream()));
            assertEquals(oneByOne.in(horizon).size(), atOnce.in(horizon).size());
        }
        assertEquals(oneByOne.titled("bet").size(), atOnce.titled("bet").size());
    }

    @Test
    void confidence_is_the_lower_of_the_horizons_and_the_bets_own() {
        assertEquals(
                Confidence.MEDIUM,
                acme.find(new ItemId("I7"), Initiative.class).orElseThrow().confidence());
        assertEquals(
                Confidence.HIGH,
                acme.find(new ItemId("I3"), Initiative.class).orElseThrow().confidence());
        assertEquals(
                Confidence.LOW,
                acme.find(new ItemId("I14"), Initiative.class).orElseThrow().confidence());
    }

    @Test
    void small_bets_do_not_count_as_major() {
        assertEquals(5, acme.majorBets(Horizon.NOW).size());
    }

    @Test
    void what_enters_or_leaves_now_moves_its_count() {
        assertTrue(edited("I12", Horizon.NOW, Horizon.NEXT).moves().contains(Change.NOW));
        assertTrue(new Change.Added(Acme.bet("I20", "New", Horizon.NOW, v -> v))
                .moves()
                .contains(Change.NOW));
    }

    @Test
    void what_is_kept_beside_the_roadmap_does_not_move_now() {
        assertEquals(Set.of("L1"), new Change.Removed(Kind.PRECEDENT, new ItemId("L1")).moves());
    }

    @Test
    void tells_what_changed_between_two_moments() {
        Roadmap after = acme.on(one(edited("I12", Horizon.NOW, Horizon.LATER)))
                .on(one(new Change.Removed(Kind.INITIATIVE, new ItemId("I3"))))
                .on(one(new Change.Added(Acme.bet("I20", "New", Horizon.NEXT, v -> v))));
        assertEquals(List.of("I3", "I12", "I20"), texts(after.changedSince(acme)));
        assertEquals(List.of("I3", "I12", "I20"), texts(acme.changedSince(after)));
        assertEquals(List.of(), after.changedSince(after));
        assertEquals(List.of(), acme.changedSince(Acme.roadmap()));
        assertEquals(acme.size(), acme.changedSince(Roadmap.empty()).size());
    }

    @Test
    void the_prose_of_an_item_is_what_people_wrote_in_words() {
        Item bet = Acme.bet(
                "I1",
                "Search",
                Horizon.NOW,
                v -> v.with(Initiative.DESCRIPTION, "Finds things.")
                        .with(Initiative.CONSTRAINTS, List.of("Works offline", "No new server"))
                        .with(Initiative.SIZE, Initiative.Size.BIG)
                        .with(
                                Initiative.CONFIDENCE,
                                new Beliefs(
                                        Optional.empty(),
                                        Optional.of(new Belief(Confidence.LOW, Optional.of("Nobody tried it"))),
                                        Optional.empty())));
        assertEquals(
                List.of("Search", "Finds things.", "Works offline", "No new server", "Nobody tried it"),
                bet.prose().toList());
    }

    private static List<String> texts(List<ItemId> ids) {
        return ids.stream().map(ItemId::text).toList();
    }

    private static Change edited(String id, Horizon from, Horizon to) {
        return new Change.Edited<>(
                Kind.INITIATIVE, new ItemId(id), Initiative.HORIZON, Optional.of(from), Optional.of(to));
    }

    private static ChangeSet one(Change change) {
        return new ChangeSet(Acme.IMPORTED, Optional.empty(), List.of(change));
    }

    private static List<String> ids(Stream<? extends Item> items) {
        return items.map(item -> item.id().text()).toList();
    }
}
