package throughline.core.question;

import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.Words;

/** A model of language that knows words and their beginnings, and nothing of what they mean. */
public final class WordLanguage implements Language {
    private static final int BREADTH = 512;
    private static final int BEGINNING = 5;

    @Override
    public Optional<Meaning> meaning(String text) {
        List<String> words = Words.of(text.substring(0, Math.min(text.length(), 1_000)));
        float[] direction = new float[BREADTH];
        words.forEach(word -> direction[
                Math.floorMod(
                        word.substring(0, Math.min(word.length(), BEGINNING)).hashCode(), BREADTH)] += 1);
        return words.isEmpty() ? Optional.empty() : Optional.of(Meaning.of(direction));
    }
}
