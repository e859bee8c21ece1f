package throughline.core.question;

import java.util.Optional;

/** What texts mean, as far as a model of language tells. Thread-safe. */
public interface Language {
    /**
     * What a text means; the same text always means the same. What was asked before is remembered for a while, so asking again
     * costs next to nothing.
     *
     * @param text only the first thousand characters are read
     * @return empty as long as the model is being loaded, and for a text without a word
     */
    Optional<Meaning> meaning(String text);
}
