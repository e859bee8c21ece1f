package throughline.core.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every model of language does, once it is loaded. */
public abstract class LanguageContract {
    protected abstract Language language();

    @Test
    public void the_same_text_means_the_same() {
        Meaning once = meaning("Invoices that customers pay by themselves");
        assertEquals(1, once.likeness(meaning("Invoices that customers pay by themselves")), 1e-5);
    }

    @Test
    public void a_text_is_nearer_to_what_it_speaks_of() {
        Meaning invoices = meaning("customers download their invoices");
        assertTrue(invoices.likeness(meaning("an invoice for every customer"))
                > invoices.likeness(meaning("the weather in Lisbon")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "🙂🙂", "\u0000\u0007"})
    public void without_a_word_there_is_no_meaning(String text) {
        assertEquals(Optional.empty(), language().meaning(text));
    }

    @Test
    public void of_a_long_text_only_the_beginning_is_read() {
        String beginning = "invoice ".repeat(125);
        assertEquals(1_000, beginning.length());
        assertEquals(1, meaning(beginning).likeness(meaning(beginning + "weather ".repeat(5_000))), 1e-5);
    }

    private Meaning meaning(String text) {
        return language().meaning(text).orElseThrow();
    }
}
