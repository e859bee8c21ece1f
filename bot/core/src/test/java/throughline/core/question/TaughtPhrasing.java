package throughline.core.question;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows a handful of sentences by heart, and that coffee is no matter of a product. */
public final class TaughtPhrasing implements Phrasing {
    private static final Map<String, Intent> FIRST_WORDS = Map.of(
            "eta", Intent.WHEN,
            "whose", Intent.WHO_OWNS,
            "rationale", Intent.WHY,
            "planned", Intent.ON_ROADMAP,
            "ladders", Intent.WHICH_OKR,
            "weather", Intent.OUT_OF_SCOPE,
            "parked", Intent.LATER);
    private static final Set<String> ASKING =
            Set.of("eta", "whose", "rationale", "planned", "ladders", "weather", "is", "parked");

    @Override
    public boolean knows(String word) {
        return ASKING.contains(word);
    }

    @Override
    public Map<Intent, Double> intents(List<String> sentence, Meaning meaning) {
        return sentence.stream()
                .filter(FIRST_WORDS::containsKey)
                .findFirst()
                .map(word -> Map.of(FIRST_WORDS.get(word), 0.9, Intent.HELP, 0.1))
                .orElse(Map.of());
    }

    @Override
    public double productMatter(Meaning meaning) {
        return 0;
    }
}
