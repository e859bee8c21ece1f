package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    @ParameterizedTest
    @ValueSource(strings = {"какова цель I3?", "どのOKRに貢献しますか？", "هدف", "τι είναι το O1"})
    void most_letters_are_of_another_script(String text) {
        assertTrue(Script.isAnother(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "🙂 ?", "what is 向导 for", "où va l’équipe", "42"})
    void latin_letters_and_no_letters_are_not(String text) {
        assertFalse(Script.isAnother(text));
    }
}
