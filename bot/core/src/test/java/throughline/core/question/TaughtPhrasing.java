package throughline.core.question;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows a handful of sentences by heart, and that coffee is no matter of a product. */
public final class TaughtPhrasing implements Phrasing {
    private static final Map<String, Intent> FIRST_WORDS = Map.ofEntries(
            Map.entry("eta", Intent.WHEN),
            Map.entry("whose", Intent.WHO_OWNS),
            Map.entry("rationale", Intent.WHY),
            Map.entry("planned", Intent.ON_ROADMAP),
            Map.entry("ladders", Intent.WHICH_OKR),
            Map.entry("weather", Intent.OUT_OF_SCOPE),
            Map.entry("parked", Intent.LATER),
            Map.entry("rated", Intent.SCORE),
            Map.entry("weigh", Intent.COMPARE),
            Map.entry("lopsided", Intent.MIX),
            Map.entry("flaws", Intent.CHECK),
            Map.entry("abstract", Intent.LAYER),
            Map.entry("stuck", Intent.DIAGNOSE),
            Map.entry("edits", Intent.HISTORY),
            Map.entry("happened", Intent.CHANGES),
            Map.entry("looked", Intent.AS_OF),
            Map.entry("differs", Intent.DIFF),
            Map.entry("slid", Intent.SLIP),
            Map.entry("perspective", Intent.VIEW),
            Map.entry("branches", Intent.TREE),
            Map.entry("revert", Intent.UNDO),
            Map.entry("notify", Intent.WATCH),
            Map.entry("shift", Intent.MOVE));
    private static final Set<String> ASKING =
            Stream.concat(FIRST_WORDS.keySet().stream(), Stream.of("is")).collect(Collectors.toUnmodifiableSet());

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
