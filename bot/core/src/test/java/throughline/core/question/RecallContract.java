package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

/** What every recall does. */
public abstract class RecallContract {
    private final Roadmap roadmap = Roadmap.empty().on(Acme.facts());

    protected abstract Recall recall();

    @Test
    public void what_has_the_words_is_found() {
        assertTrue(ids(recall().search(roadmap, "invoice self-service", 3)).contains(new ItemId("I7")));
    }

    @Test
    public void the_best_comes_first_and_no_more_than_wanted_come() {
        List<Recall.Hit> hits = recall().search(roadmap, "guided setup for admins", 2);
        assertTrue(hits.size() <= 2 && !hits.isEmpty(), hits.toString());
        assertTrue(hits.get(0).score() >= hits.get(hits.size() - 1).score());
    }

    @Test
    public void a_roadmap_that_changed_is_searched_as_it_is() {
        recall().search(roadmap, "invoice", 5);
        assertEquals(List.of(), recall().search(Roadmap.empty(), "invoice", 5));
        assertTrue(ids(recall().search(roadmap, "invoice", 5)).contains(new ItemId("I7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "zzyzx", "🙂", "AND OR NOT ( [ \" *", "\u0000"})
    public void what_says_nothing_finds_nothing(String text) {
        assertEquals(List.of(), recall().search(roadmap, text, 5));
    }

    private static List<ItemId> ids(List<Recall.Hit> hits) {
        return hits.stream().map(Recall.Hit::item).toList();
    }
}
