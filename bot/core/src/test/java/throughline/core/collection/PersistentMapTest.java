package throughline.core.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentMapTest {
    private static final PersistentMap<Integer, String> NOTHING = PersistentMap.empty(Comparator.naturalOrder());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void behaves_like_a_sorted_map_through_any_history(long seed) {
        Random random = new Random(seed);
        TreeMap<Integer, String> model = new TreeMap<>();
        PersistentMap<Integer, String> map = NOTHING;
        for (int step = 0; step < 3_000; step++) {
            int key = random.nextInt(400);
            if (random.nextInt(3) == 0) {
                model.remove(key);
                map = map.without(key);
            } else {
                model.put(key, "v" + step);
                map = map.with(key, "v" + step);
            }
        }
        assertEquals(
                List.copyOf(model.entrySet()).toString(),
                map.stream().map(PersistentMapTest::shown).toList().toString());
        assertEquals(model.size(), map.size());
        for (int key = -1; key <= 400; key++) {
            assertEquals(model.headMap(key).size(), map.rank(key));
            assertEquals(model.tailMap(key).size(), map.from(key).count());
            assertEquals(model.get(key), map.get(key).orElse(null));
        }
    }

    private static String shown(Map.Entry<Integer, String> entry) {
        return entry.getKey() + "=" + entry.getValue();
    }

    @Test
    void an_old_version_does_not_see_later_changes() {
        PersistentMap<Integer, String> before = NOTHING.with(1, "one");
        PersistentMap<Integer, String> after = before.with(2, "two").without(1);
        assertEquals("one", before.get(1).orElseThrow());
        assertEquals(1, before.size());
        assertEquals(1, after.size());
    }

    @Test
    void rising_keys_do_not_make_a_list_of_it() {
        PersistentMap<Integer, String> map = NOTHING;
        for (int key = 0; key < 200_000; key++) {
            map = map.with(key, "");
        }
        // A degenerate tree would overflow the stack here, because changes recurse to their key.
        assertEquals(200_000, map.with(200_000, "").size() - 1);
    }

    @Test
    void is_built_from_sorted_entries_at_once() {
        List<Map.Entry<Integer, String>> rising = new ArrayList<>();
        for (int key = 0; key < 1_000; key++) {
            rising.add(Map.entry(key, "v" + key));
        }
        PersistentMap<Integer, String> map = PersistentMap.ofSorted(Comparator.naturalOrder(), rising);
        assertEquals(
                rising.toString(),
                map.stream().map(PersistentMapTest::shown).toList().toString());
        assertEquals(500, map.rank(500));
    }

    @Test
    void removing_what_is_not_there_changes_nothing() {
        PersistentMap<Integer, String> map = NOTHING.with(1, "one");
        assertSame(map, map.without(7));
    }

    @Test
    void a_walk_ends() {
        var walk = NOTHING.with(1, "one").iterator();
        walk.next();
        assertThrows(NoSuchElementException.class, walk::next);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tells_where_two_versions_differ(long seed) {
        Random random = new Random(seed);
        PersistentMap<Integer, String> before = edited(NOTHING, random, 2_000);
        for (int edits : List.of(0, 1, 2, 5, 50, 500, 5_000)) {
            PersistentMap<Integer, String> after = edited(before, random, edits);
            assertEquals(naive(before, after), after.differences(before));
            assertEquals(naive(before, after), before.differences(after));
            before = after;
        }
        assertEquals(naive(before, NOTHING), before.differences(NOTHING));
        assertEquals(List.of(), NOTHING.differences(NOTHING));
    }

    @Test
    void equal_values_that_were_made_anew_are_no_difference() {
        PersistentMap<Integer, String> one = edited(NOTHING, new Random(1), 500);
        PersistentMap<Integer, String> other = edited(NOTHING, new Random(1), 500);
        assertEquals(List.of(), one.differences(other));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void what_two_versions_share_is_not_looked_at(int edits) {
        List<Map.Entry<Counted, String>> rising = new ArrayList<>();
        for (int key = 0; key < 100_000; key++) {
            rising.add(Map.entry(new Counted(key), "v"));
        }
        PersistentMap<Counted, String> before = PersistentMap.ofSorted(Comparator.naturalOrder(), rising);
        PersistentMap<Counted, String> after = before;
        Random random = new Random(edits);
        for (int edit = 0; edit < edits; edit++) {
            after = after.without(new Counted(random.nextInt(100_000))).with(new Counted(100_000 + edit), "w");
        }
        Counted.comparisons = 0;
        after.differences(before);
        assertTrue(
                Counted.comparisons < edits * 200,
                () -> edits + " edits were found by " + Counted.comparisons + " comparisons");
    }

    private static PersistentMap<Integer, String> edited(PersistentMap<Integer, String> map, Random random, int edits) {
        PersistentMap<Integer, String> after = map;
        for (int edit = 0; edit < edits; edit++) {
            int key = random.nextInt(1_000);
            after = random.nextBoolean() ? after.without(key) : after.with(key, "v" + random.nextInt(3));
        }
        return after;
    }

    private static List<Integer> naive(PersistentMap<Integer, String> one, PersistentMap<Integer, String> other) {
        TreeSet<Integer> keys = new TreeSet<>();
        one.forEach(entry -> keys.add(entry.getKey()));
        other.forEach(entry -> keys.add(entry.getKey()));
        keys.removeIf(key -> one.get(key).equals(other.get(key)));
        return List.copyOf(keys);
    }

    /** A key that counts how often keys are compared. */
    private record Counted(int number) implements Comparable<Counted> {
        private static int comparisons;

        @Override
        public int compareTo(Counted other) {
            comparisons++;
            return Integer.compare(number, other.number);
        }
    }
}
