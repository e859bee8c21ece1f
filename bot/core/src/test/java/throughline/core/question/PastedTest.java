package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTest {
    @Test
    void what_stands_below_the_question_is_the_work() {
        assertWork("Export to Excel\nAcme wants it.", "which OKR does this serve?\nExport to Excel\nAcme wants it.");
        assertWork("Export to Excel", "Which objective is this for?\n\n> Export to Excel");
        assertWork("Export to Excel\nAcme wants it.", "> Export to Excel\n> Acme wants it.\nwhat KR does this serve?");
        assertWork("Export to Excel\nfor Acme", "which OKR does this serve: Export to Excel\nfor Acme");
        assertWork("select *\nfrom rooms", "which-okr\n```sql\nselect *\nfrom rooms\n```");
        assertWork("PROJ-123 Export\nAcme wants it.", "PROJ-123 Export\nAcme wants it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROJ-123 Export to Excel | PROJ-123 Export to Excel",
                "which OKR does PROJ-123 serve? | PROJ-123",
                "Which OKR does this serve: PROJ-123 Export to Excel | PROJ-123 Export to Excel",
                "which okr does https://acme.example/browse/PROJ-123 serve? | https://acme.example/browse/PROJ-123",
                "“PROJ-123 Export” | PROJ-123 Export",
                "which-okr PROJ-123 | PROJ-123"
            })
    void a_ticket_begins_with_its_key_or_link(String text, String work) {
        assertWork(work, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "which OKR does this serve?",
                "which OKR does guided setup serve?",
                "why O2-KR1",
                "I3",
                "what blocks PROJ-123",
                "UTF-8 in exports",
                "thanks\na lot",
                "which OKR does this serve?\n \n"
            })
    void anything_else_is_not_pasted(String text) {
        assertEquals(Optional.empty(), Pasted.work(text));
    }

    @ParameterizedTest
    @CsvSource({
        "PROJ-123, PROJ-123",
        "see PROJ-123 and PROJ-9, PROJ-123",
        "https://acme.example/browse/proj-123?x=1, PROJ-123",
        "<https://acme.example/browse/PROJ-123|PROJ-123>, PROJ-123"
    })
    void a_key_is_found_alone_or_at_the_end_of_a_link(String text, String key) {
        assertEquals(Optional.of(key), Pasted.key(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"O2-KR1", "ISO-27001", "proj-123", "2026-11-20", "X-1", "A-B-1-2"})
    void not_every_hyphen_makes_a_key(String text) {
        assertEquals(Optional.empty(), Pasted.key(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"which okr ", "PROJ-1 ", ">", "> which\n", "https://a/", "\u2028which okr"})
    void a_pasted_page_is_bounded(String part) {
        String page = "which okr?\n" + part.repeat(100_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertTrue(Pasted.work(page).orElse("").length() <= Pasted.LONGEST);
            Pasted.work(part.repeat(Pasted.LONGEST / part.length()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "> ", "https://"})
    void a_long_run_of_signs_is_looked_at_once(String part) {
        String run = part.repeat(40_000 / part.length()) + "x";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Pasted.work("which okr?\n" + run);
            Pasted.work("which okr?\nx" + run);
            Pasted.work(run + "\nExport");
        });
    }

    private static void assertWork(String work, String text) {
        assertEquals(Optional.of(work), Pasted.work(text));
    }
}
