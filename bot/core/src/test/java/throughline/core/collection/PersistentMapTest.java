package throughline.core.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
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
}
