package throughline.adapter.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.question.Recall;
import throughline.core.question.RecallContract;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;

class WordIndexTest extends RecallContract {
    private final WordIndex index = new WordIndex();
    private final Roadmap acme = Acme.roadmap();

    @Override
    protected Recall recall() {
        return index;
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "wizards, I3",
        "THE WIZARD'S LEADING, I3",
        "existing permission, I3",
        "invoicing, I7",
        "kind:invoices, I7",
        "setup_checklists, I10",
        "sétup chêcklist, I10"
    })
    void words_are_found_in_all_texts_whatever_their_form(String text, String first) {
        assertEquals(first, ids(acme, text).get(0));
    }

    @Test
    void a_word_in_the_title_says_more_than_one_in_the_prose() {
        Roadmap roadmap = acme.on(facts(
                new Change.Added(bet("I21", "Nothing much", "The reports are exported as one file every night.")),
                new Change.Added(bet("I22", "Export", "A long story about other things, told in as many words."))));
        assertEquals(List.of("I22", "I21"), ids(roadmap, "export"));
    }

    @Test
    void equal_items_stand_in_the_order_of_their_ids() {
        Roadmap roadmap = acme.on(facts(new Change.Added(bet("I31", "Zebra", "x"))))
                .on(facts(new Change.Added(bet("I30", "Zebra", "x"))));
        ids(acme.on(facts(new Change.Added(bet("I31", "Zebra", "x")))), "zebra");
        assertEquals(List.of("I30", "I31"), ids(roadmap, "zebra"));
    }

    @Test
    void only_what_changed_is_written_again() {
        ids(acme, "search");
        assertEquals(acme.size(), index.writes());
        Roadmap renamed = acme.on(facts(new Change.Edited<>(
                Kind.INITIATIVE,
                new ItemId("I12"),
                Initiative.TITLE,
                Optional.of("Faster search"),
                Optional.of("Quicker lookup"))));
        assertEquals(List.of("I12"), ids(renamed, "lookup"));
        assertEquals(acme.size() + 1, index.writes());
        assertEquals(List.of(), ids(renamed, "search"));
        assertEquals(acme.size() + 1, index.writes());
        Roadmap without = renamed.on(facts(new Change.Removed(Kind.INITIATIVE, new ItemId("i012"))));
        assertEquals(List.of(), ids(without, "lookup"));
        assertEquals(acme.size() + 2, index.writes());
        assertEquals(List.of("I12"), ids(acme, "search"));
    }

    @ParameterizedTest
    @CsvSource({"title:guided", "guided~2", "'+guided -setup'", "guided^9 AND (", "'\"guided'", "guid*d guided"})
    void what_somebody_writes_is_words_and_no_query(String text) {
        assertEquals("I3", ids(acme, text).get(0));
    }

    @Test
    void thousands_of_different_signs_are_one_search() {
        String text = IntStream.range(0x4E00, 0x4E00 + 5_000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertEquals(List.of(), ids(acme, text));
    }

    @Test
    void ten_thousand_items_are_searched_and_kept_up_to_date() {
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            changes.add(new Change.Added(bet("I" + i, "Improvement number" + i, "For those who use part" + i % 100)));
        }
        Roadmap large = Roadmap.empty().on(facts(changes.toArray(Change[]::new)));
        assertEquals(List.of("I7777"), ids(large, "number7777"));
        assertEquals(5, index.search(large, "improvement of part42", 5).size());
        for (int i = 1; i <= 100; i++) {
            large = large.on(facts(new Change.Added(bet("I" + i * 50, "Renamed", "fresh" + i))));
            assertEquals(List.of("I" + i * 50), ids(large, "fresh" + i));
        }
        assertEquals(10_100, index.writes());
    }

    @Test
    void many_may_search_different_roadmaps_at_once() throws Exception {
        Roadmap other = acme.on(facts(new Change.Removed(Kind.INITIATIVE, new ItemId("I12"))));
        List<Callable<Boolean>> searchers = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> IntStream.range(0, 200)
                        .allMatch(j -> (i + j) % 3 == 0
                                ? ids(other, "search").isEmpty()
                                : ids(acme, "search").equals(List.of("I12"))))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> right : threads.invokeAll(searchers)) {
                assertTrue(right.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<String> ids(Roadmap roadmap, String text) {
        return index.search(roadmap, text, 5).stream()
                .map(hit -> hit.item().text())
                .toList();
    }

    private static Item bet(String id, String title, String description) {
        return Acme.bet(id, title, Horizon.LATER, v -> v.with(Initiative.DESCRIPTION, description));
    }

    private static ChangeSet facts(Change... changes) {
        return new ChangeSet(Acme.IMPORTED, Optional.empty(), List.of(changes));
    }
}
