package throughline.adapter.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void what_was_asked_for_longest_ago_is_forgotten_first() {
        Recent<String, Integer> recent = new Recent<>(2);
        recent.put("one", 1);
        recent.put("two", 2);
        recent.find("one");
        recent.put("three", 3);
        assertEquals(Optional.of(1), recent.find("one"));
        assertEquals(Optional.empty(), recent.find("two"));
        assertEquals(Optional.of(3), recent.find("three"));
    }
}
