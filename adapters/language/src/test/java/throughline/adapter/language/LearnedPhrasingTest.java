package throughline.adapter.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throughline.core.question.Intent;
import throughline.core.question.Meaning;

class LearnedPhrasingTest {
    private static final SentenceModel MODEL = new SentenceModel(Network::load);
    private static final LearnedPhrasing PHRASING = new LearnedPhrasing();

    @BeforeAll
    static void load() {
        MODEL.load();
        PHRASING.load();
    }

    @AfterAll
    static void close() throws Exception {
        MODEL.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when will <n> land | WHEN",
                "who owns <n> ? | WHO_OWNS",
                "what's the weather like | OUT_OF_SCOPE",
                "what are we working on right now | NOW",
                "is <x> on the roadmap ? | ON_ROADMAP",
                "which okr does <n> serve ? | WHICH_OKR"
            })
    void everyday_sentences_are_understood(String sentence, Intent expected) {
        assertEquals(expected, likeliest(PHRASING.intents(List.of(sentence.split(" ")), meaning(sentence))));
    }

    @Test
    void shares_add_up_to_one() {
        assertEquals(
                1,
                PHRASING.intents(List.of("when", "?"), meaning("when?")).values().stream()
                        .mapToDouble(share -> share)
                        .sum(),
                1e-9);
    }

    @Test
    void a_feature_sounds_more_like_a_matter_of_the_product_than_a_party() {
        assertTrue(PHRASING.productMatter(meaning("export the report as a spreadsheet"))
                > PHRASING.productMatter(meaning("order cake for the office party")));
    }

    @Test
    void before_it_is_loaded_nothing_is_known() {
        LearnedPhrasing unloaded = new LearnedPhrasing();
        assertEquals(Map.of(), unloaded.intents(List.of("when"), meaning("when")));
        assertFalse(unloaded.knows("when"));
        assertEquals(0, unloaded.productMatter(meaning("when")));
    }

    @Test
    void runs_are_of_up_to_three_words_with_both_ends() {
        assertEquals(
                Set.of(
                        "^",
                        "when",
                        "<n>",
                        "$",
                        "^ when",
                        "when <n>",
                        "<n> $",
                        "^ when <n>",
                        "when <n> $",
                        "=2",
                        "when .. <n>"),
                LearnedPhrasing.runs(List.of("when", "<n>")));
    }

    private static Intent likeliest(Map<Intent, Double> intents) {
        return intents.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    private static Meaning meaning(String text) {
        return MODEL.meaning(text).orElseThrow();
    }
}
