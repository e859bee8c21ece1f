package throughline.core.roadmap;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({"policy, policies", "invoice, invoices", "export, exprot", "search, sarch", "sso, sso"})
    void one_word_has_several_forms(String one, String other) {
        assertTrue(Spelling.isForm(one, other));
        assertTrue(Spelling.isForm(other, one));
    }

    @ParameterizedTest
    @CsvSource({"export, import", "set, sit", "old, new", "search, church"})
    void other_words_are_no_forms(String one, String other) {
        assertFalse(Spelling.isForm(one, other));
        assertFalse(Spelling.isForm(other, one));
    }

    @Test
    void a_word_without_an_end_is_compared_with_nothing() {
        String endless = "x".repeat(1_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 1_000; i++) {
                assertFalse(Spelling.isForm(endless, "a word that is long as well"));
            }
        });
    }
}
