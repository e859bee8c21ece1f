package throughline.adapter.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTest {
    private final Sealed sealed = new Sealed(List.of("new", "old"));

    @Test
    void what_was_sealed_opens_and_shows_nothing() {
        String closed = sealed.seal("https://hooks.slack.com/x");
        assertEquals(Optional.of("https://hooks.slack.com/x"), sealed.open(closed));
        assertFalse(closed.contains("hooks"));
        assertNotEquals(closed, sealed.seal("https://hooks.slack.com/x"));
    }

    @Test
    void a_secret_that_is_rotated_away_still_opens_while_it_is_given() {
        String old = new Sealed(List.of("old")).seal("x");
        assertEquals(Optional.of("x"), sealed.open(old));
        assertEquals(Optional.empty(), new Sealed(List.of("new")).open(old));
    }

    @Test
    void a_changed_letter_keeps_it_closed() {
        String closed = sealed.seal("x");
        char other = closed.charAt(20) == 'A' ? 'B' : 'A';
        assertEquals(Optional.empty(), sealed.open(closed.substring(0, 20) + other + closed.substring(21)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "é", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "https://hooks.slack.com/x"})
    void junk_does_not_open(String junk) {
        assertEquals(Optional.empty(), sealed.open(junk));
    }
}
