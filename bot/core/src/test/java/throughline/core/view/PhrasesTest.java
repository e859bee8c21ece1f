package throughline.core.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PhrasesTest {
    @Test
    void a_long_text_is_clipped_before_a_character_that_does_not_fit() {
        assertEquals("x".repeat(120), Phrases.clipped("x".repeat(120)));
        assertEquals("x".repeat(119) + "…", Phrases.clipped("x".repeat(121)));
        assertEquals("x".repeat(118) + "…", Phrases.clipped("x".repeat(118) + "🙂 and more"));
        assertEquals("x…", Phrases.clipped("x   and more", 4));
    }
}
