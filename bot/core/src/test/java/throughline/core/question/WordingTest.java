package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.roadmap.Acme;

class WordingTest {
    private final Wording wording =
            new Wording(Acme.roadmap(), Set.of("when", "does", "who's", "is", "the", "?", "what", "serves")::contains);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When does Guided setup ship? | when does <n> <x> ?",
                "when does I3 ship? | when does <i> <x> ?",
                "what serves O1-KR2 | what serves <kr>",
                "what serves o2 | what serves <o>",
                "who’s the setups zzyzx qwert | who's the <n> <x>",
                "WHEN IS INVOICE | when is <n>"
            })
    void names_and_unknown_words_are_told_by_signs(String text, String expected) {
        assertEquals(List.of(expected.split(" ")), wording.of(text));
    }

    @Test
    void nothing_is_put_in_no_way_and_a_page_is_not_read_to_its_end() {
        assertEquals(List.of(), wording.of("🙂 …"));
        assertTrue(wording.of("when is ".repeat(10_000)).size() <= 60);
    }
}
