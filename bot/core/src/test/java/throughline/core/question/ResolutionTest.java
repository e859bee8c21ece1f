package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.Kind;

class ResolutionTest {
    private final Resolution resolution =
            new Resolution(Acme.roadmap(), new WordLanguage(), new WordRecall(), new TaughtPhrasing());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eta on I7 | I7",
                "eta on Guided setup | I3",
                "eta on the guidd setup | I3",
                "that wizard thing for the first project | I3",
                "eta of invoices | I7",
                "eta of ssofap | I9"
            })
    void an_item_is_found_by_id_name_slip_or_description(String text, String expected) {
        List<Resolution.Match> matches = resolution.find(text, Set.of(Kind.INITIATIVE));
        assertEquals(expected, matches.get(0).item().id().text(), matches.toString());
    }

    @Test
    void an_id_is_surer_than_a_shared_word() {
        double id = resolution.find("eta on I7", Set.of(Kind.INITIATIVE)).get(0).sure();
        double word = resolution
                .find("eta of the project", Set.of(Kind.INITIATIVE))
                .get(0)
                .sure();
        assertTrue(id > 0.5 && id > word, id + " " + word);
    }

    @Test
    void a_key_result_is_meant_by_its_own_words_rather_than_its_objective() {
        String text = "new teams with real data on day 1";
        Set<Kind> goals = Set.of(Kind.OBJECTIVE, Kind.KEY_RESULT);
        assertEquals("O1-KR1", resolution.find(text, goals).get(0).item().id().text());
        assertEquals(
                "O1",
                resolution.find(text + " for O1", goals).get(0).item().id().text());
    }

    @Test
    void an_id_of_another_kind_is_meant_all_the_same() {
        assertEquals(
                "O2",
                resolution
                        .find("eta on O2", Set.of(Kind.INITIATIVE))
                        .get(0)
                        .item()
                        .id()
                        .text());
    }
}
