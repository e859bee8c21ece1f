package throughline.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throughline.core.data.Datum;
import throughline.core.interchange.Documents;
import throughline.core.interchange.JsonDocuments;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Line;
import throughline.core.question.Line.Basis;
import throughline.core.roadmap.ItemId;

/** Answers made by hand, and what they count for. */
class CountingTest {
    @Test
    void the_best_candidates_count_whatever_they_rest_on() {
        LinkResult second = link(List.of("O2"), drawn(Basis.NONE, 0.3, "O1", "O2"));
        assertFalse(second.isAmongBest(1));
        assertTrue(second.isAmongBest(3));
        assertFalse(second.isRightlyDrawn());
        assertEquals(0.3, second.confidence());
    }

    @Test
    void any_expected_objective_is_right_if_the_line_is_drawn() {
        LinkResult drawn = link(List.of("O3", "O1"), drawn(Basis.INFERRED, 0.7, "O1", "O2"));
        assertTrue(drawn.isRightlyDrawn());
        assertTrue(drawn.hasRightKeyResult());
        assertFalse(drawn.isMiss());
    }

    @Test
    void silence_is_said_with_a_line_that_is_none() {
        assertTrue(
                link(List.of(), Answer.of(Intent.WHICH_OKR).with(Line.none())).isSilent());
        assertTrue(link(List.of(), drawn(Basis.NONE, 0.2, "O1")).isSilent());
        assertFalse(link(List.of(), drawn(Basis.INFERRED, 0.6, "O1")).isSilent());
        assertFalse(link(List.of(), Answer.of(Intent.NOW)).isSilent());
    }

    @Test
    void right_lines_and_silences_weigh_the_same() {
        LinkReport report = new LinkReport(List.of(
                link(List.of("O1"), drawn(Basis.INFERRED, 0.7, "O1")),
                link(List.of("O2"), drawn(Basis.INFERRED, 0.7, "O1")),
                link(List.of("O2"), drawn(Basis.NONE, 0.2, "O2")),
                link(List.of("O2"), drawn(Basis.NONE, 0.2, "O1")),
                link(List.of(), drawn(Basis.NONE, 0.2, "O1"))));
        assertEquals(new Share(1, 4), report.rightlyDrawn());
        assertEquals(new Share(1, 1), report.rightlySilent());
        assertEquals(0.625, report.mean());
        List<String> lines = report.lines().toList();
        assertEquals("all                         0.500 (2 of 4)        0.500 (2 of 4)", lines.get(2));
        assertEquals("  ferry                     0.500 (2 of 4)        0.500 (2 of 4)", lines.get(3));
        assertEquals("  hard                      0.500 (2 of 4)        0.500 (2 of 4)", lines.get(4));
    }

    @Test
    void entities_count_only_where_the_intent_is_right() {
        LookupReport report = new LookupReport(List.of(
                lookup("why", List.of("I1"), Intent.WHY, "I1", "I2"),
                lookup("why", List.of("I1"), Intent.WHY, "I2", "I1"),
                lookup("why", List.of("I1"), Intent.WHEN, "I1"),
                lookup("now", List.of(), Intent.NOW),
                lookup("now", List.of(), Intent.NOW, "TM1")));
        assertEquals(new Share(4, 5), report.intent());
        assertEquals(new Share(2, 4), report.entity());
    }

    @Test
    void off_topic_is_counted_both_ways() {
        LookupReport report = new LookupReport(List.of(
                lookup("out_of_scope", List.of(), Intent.OUT_OF_SCOPE),
                lookup("out_of_scope", List.of(), Intent.UNKNOWN),
                lookup("why", List.of("I1"), Intent.OUT_OF_SCOPE)));
        assertEquals(new Share(1, 2), report.recognized());
        assertEquals(new Share(1, 1), report.mistaken());
    }

    @Test
    void confidence_is_held_against_the_share_that_is_right() {
        Reliability reliability = new Reliability(List.of(
                link(List.of("O1"), drawn(Basis.INFERRED, 0.8, "O1")),
                link(List.of("O1"), drawn(Basis.INFERRED, 0.8, "O2")),
                link(List.of(), drawn(Basis.INFERRED, 1, "O1")),
                link(List.of(), Answer.of(Intent.WHICH_OKR).with(Line.none()))));
        assertEquals(
                List.of(0, 8, 9),
                reliability.bins().stream().map(Reliability.Bin::number).toList());
        assertEquals(0.3 * 2 / 4 + 1.0 / 4, reliability.error(), 1e-9);
    }

    @Test
    void a_percentile_is_a_time_that_was_taken() {
        Times times = new Times(
                LongStream.rangeClosed(1, 200).boxed().map(ms -> ms * 1_000_000).toList());
        assertEquals(100, times.percentile(50));
        assertEquals(198, times.percentile(99));
        assertEquals(0, new Times(List.of()).percentile(99));
    }

    @Test
    void a_miss_is_told_on_one_line() {
        assertEquals(
                "ferry | a quicker gate | expected O2 | got no line; candidates O1, O2 | confidence 0.30",
                link(List.of("O2"), drawn(Basis.NONE, 0.3, "O1", "O2")).told());
        assertEquals(
                "ferry | a quicker gate | expected no line | got O1 | confidence 0.70",
                link(List.of(), drawn(Basis.INFERRED, 0.7, "O1")).told());
        assertEquals(
                "ferry | and why? | expected why I1 | got when I1, I2",
                lookup("why", List.of("I1"), Intent.WHEN, "I1", "I2").told());
    }

    @Test
    void questions_stand_beside_the_roadmap() {
        OrganizationFile file = OrganizationFile.of("ferry", read("""
                        {"org": "Ferry", "initiatives": [{"id": "I1", "title": "Gates"}, {"id": "I2", "title": "Tides"}],
                         "link_questions": [{"text": "a", "expected": ["O1", "O2"], "expected_kr": null, "difficulty": "easy"}],
                         "lookup_questions": [{"text": "b", "intent": "why", "entity": "I1"},
                                              {"text": "c", "intent": "now", "entity": null}]}
                        """));
        assertEquals(List.of(new LinkQuestion("a", List.of("O1", "O2"), List.of(), "easy")), file.links());
        assertEquals(
                List.of(new LookupQuestion("b", "why", List.of("I1")), new LookupQuestion("c", "now", List.of())),
                file.lookups());
        assertEquals(2, file.roadmap().entries().size());
    }

    @Test
    void a_roadmap_is_enlarged_under_other_titles() {
        Datum.Mapping large = Enlarged.to(
                5,
                read(
                        "{\"initiatives\": [{\"id\": \"I1\", \"title\": \"Gates\"}, {\"id\": \"I2\", \"title\": \"Tides\"}]}"));
        Datum.Sequence initiatives = (Datum.Sequence) large.get("initiatives").orElseThrow();
        assertEquals(
                List.of("Gates", "Tides", "Gates in region 1", "Tides in region 1", "Gates in region 2"),
                initiatives.elements().stream()
                        .map(initiative -> ((Datum.Scalar) ((Datum.Mapping) initiative)
                                        .get("title")
                                        .orElseThrow())
                                .text())
                        .toList());
    }

    private static Datum.Mapping read(String json) {
        return (Datum.Mapping) ((Documents.Tree) new JsonDocuments().yaml(json)).root();
    }

    private static LinkResult link(List<String> expected, Answer answer) {
        return new LinkResult("ferry", new LinkQuestion("a quicker gate", expected, List.of("O1-KR1"), "hard"), answer);
    }

    private static Answer drawn(Basis basis, double confidence, String... objectives) {
        List<Line.Candidate> candidates = Stream.of(objectives)
                .map(id -> new Line.Candidate(new ItemId(id), List.of(new ItemId(id + "-KR1")), confidence))
                .toList();
        Optional<ItemId> best = basis == Basis.NONE
                ? Optional.empty()
                : Optional.of(candidates.get(0).objective());
        return Answer.of(Intent.WHICH_OKR).with(new Line(best, List.of(), basis, confidence, candidates));
    }

    private static LookupResult lookup(String expected, List<String> entity, Intent got, String... entities) {
        return new LookupResult(
                "ferry",
                new LookupQuestion("and why?", expected, entity),
                new Answer(got, Arrays.asList(entities), Optional.empty()));
    }
}
