package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Ids;

class RandomIdsTest {
    private final Ids ids = new RandomIds(new SecureRandom());

    @Test
    void ids_are_letters_and_digits_and_never_the_same() {
        Set<String> all = IntStream.range(0, 10_000).mapToObj(i -> ids.next()).collect(Collectors.toSet());
        assertEquals(10_000, all.size());
        all.forEach(id -> assertTrue(id.matches("[0-9a-z]{20}"), id));
    }
}
