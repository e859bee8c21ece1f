package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.question.Inference.Inferred;
import throughline.core.question.Inference.Outcome;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

class InferenceTest {
    private final Language words = new WordLanguage();

    @Test
    void work_like_what_was_recorded_gets_its_line_with_reasons() {
        Inferred inferred = inferred(words, "setup wizard for a new team's first project");
        assertEquals(Outcome.DRAWN, inferred.outcome());
        assertEquals(Line.Basis.INFERRED, inferred.line().basis());
        assertEquals(Optional.of(new ItemId("O1")), inferred.line().objective());
        assertTrue(
                inferred.reasons().stream().anyMatch(item -> item.id().text().equals("I3")), "" + inferred.reasons());
    }

    @Test
    void three_candidates_are_told_best_first_with_the_winner() {
        List<Line.Candidate> candidates = inferred(words, "setup wizard for a new team's first project")
                .line()
                .candidates();
        assertEquals(3, candidates.size());
        assertEquals(new ItemId("O1"), candidates.get(0).objective());
        assertTrue(candidates.get(0).confidence() >= candidates.get(1).confidence());
        assertTrue(candidates.get(1).confidence() >= candidates.get(2).confidence());
    }

    @Test
    void what_is_like_nothing_gets_no_line_but_candidates() {
        Inferred inferred = inferred(words, "mauve kettle");
        assertEquals(Line.Basis.NONE, inferred.line().basis());
        assertEquals(Optional.empty(), inferred.line().objective());
        assertEquals(3, inferred.line().candidates().size());
    }

    @Test
    void until_sentences_can_be_compared_no_line_is_drawn() {
        Inferred inferred = inferred(text -> Optional.empty(), "setup wizard for a new team's first project");
        assertEquals(Outcome.NOT_YET, inferred.outcome());
        assertEquals(Line.Basis.NONE, inferred.line().basis());
        assertEquals(new ItemId("O1"), inferred.line().candidates().get(0).objective());
    }

    @Test
    void a_roadmap_without_objectives_has_no_line() {
        assertEquals(
                Line.none(),
                new Inference(Roadmap.empty(), words, new WordRecall(), new NoPhrasing())
                        .of("export")
                        .line());
    }

    private static Inferred inferred(Language language, String work) {
        return new Inference(Acme.roadmap(), language, new WordRecall(), new NoPhrasing()).of(work);
    }
}
