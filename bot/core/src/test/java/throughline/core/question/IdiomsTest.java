package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdiomsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "which OKR would a CSV import serve? | a CSV import",
                "would a CSV import   be for | a CSV import",
                "a CSV import | a CSV import"
            })
    void the_subject_is_what_is_left_of_the_question(String question, String subject) {
        assertEquals(subject, Idioms.subject(question));
    }

    @Test
    void a_page_of_spaces_is_looked_at_once() {
        String page = "a" + " ".repeat(40_000) + "b";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertEquals(page, Idioms.subject(page)));
    }
}
