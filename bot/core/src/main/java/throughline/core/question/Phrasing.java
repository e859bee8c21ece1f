package throughline.core.question;

import java.util.List;
import java.util.Map;

/** How people ask for what, learned from sentences. Thread-safe. */
public interface Phrasing {
    /** Whether a word, in lower case, tells how something is asked rather than what it is about. */
    boolean knows(String word);

    /**
     * How likely a sentence asks for each intent; adds up to 1.
     *
     * @param sentence as {@link Wording} has it
     * @param meaning what the whole sentence means
     * @return empty as long as it is being loaded
     */
    Map<Intent, Double> intents(List<String> sentence, Meaning meaning);

    /**
     * How much a text sounds like a matter of a product rather than of an office, a party or a payroll, whatever the product: in log
     * odds, above 0 for such a matter.
     *
     * @return 0 as long as it is being loaded
     */
    double productMatter(Meaning meaning);
}
