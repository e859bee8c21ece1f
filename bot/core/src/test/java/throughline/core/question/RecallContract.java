package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Precedent;
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

    @Test
    public void what_is_kept_beside_the_roadmap_is_not_found() {
        Item precedent = Acme.item(
                Kind.PRECEDENT,
                "L1",
                values -> values.with(Precedent.TEXT, "Zebra crossing")
                        .with(Precedent.BY, Acme.MAYA)
                        .with(Precedent.ON, LocalDate.of(2026, 11, 20)));
        Roadmap after =
                roadmap.on(new ChangeSet(Acme.IMPORTED, Optional.empty(), List.of(new Change.Added(precedent))));
        assertEquals(List.of(), recall().search(after, "zebra crossing", 3));
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
