package throughline.core.check.statement;

import static throughline.core.check.statement.Lexicon.ARTIFACTS;
import static throughline.core.check.statement.Lexicon.TECHNOLOGY;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A solution in a strategy: "Strategy should be completely implementation-agnostic. If your strategy includes product decisions,
 * you have skipped a layer" ("From Roadmap to Reality", Layer 1).
 */
final class Solutions {
    /** What stands behind a technical word if the word only tells which people or market: "app developers". */
    private static final Set<String> KIND_OF = Set.of(
            "developers",
            "developer",
            "market",
            "markets",
            "time",
            "users",
            "companies",
            "makers",
            "vendors",
            "shops",
            "buyers",
            "sellers",
            "stores",
            "store",
            "economy",
            "fatigue",
            "owners",
            "agencies",
            "industry");

    /** What stands before it if it is not wanted. */
    private static final Set<String> UNWANTED = Set.of(
            "hate", "hates", "no", "without", "not", "another", "avoid", "beyond", "lost", "leave", "left", "dislike");

    private static final Set<String> MAKING = Set.of(
            "build",
            "building",
            "ship",
            "shipping",
            "launch",
            "launching",
            "release",
            "releasing",
            "add",
            "adding",
            "develop",
            "developing",
            "implement",
            "implementing",
            "introduce",
            "introducing",
            "redesign",
            "redesigning",
            "redesigned",
            "rewrite",
            "rewriting",
            "migrate",
            "migrating",
            "replace",
            "replacing",
            "integrate",
            "integrating",
            "deploy",
            "deploying",
            "roll",
            "rolling",
            "create",
            "creating",
            "give",
            "offering",
            "offer",
            "deliver",
            "delivering");

    private static final Set<String> MADE_FOR_STRATEGY = Set.of(
            "import",
            "export",
            "feature",
            "card",
            "survey",
            "assistant",
            "campaign",
            "generator",
            "map",
            "button",
            "bar",
            "mode",
            "learning",
            "network",
            "classifier",
            "image",
            "tracking");

    private static final Pattern MEANS =
            Pattern.compile(".*\\b(?:with|via|through|by means of|using|use) (?:an? |our |the |new )?"
                    + "(?:\\S+ ){0,4}?(?:chat|mode|assistant|network|classifier|engine|marketplace|campaign|tool|integration|"
                    + "import|export|algorithm|platform|software|feature|features|feed)\\b.*");

    private Solutions() {}

    static boolean prescribedBy(Sentence sentence) {
        return namesTechnology(sentence)
                || makes(sentence)
                || MEANS.matcher(sentence.text()).matches();
    }

    /** Whether it tells of something to be built; technology may be named, as in a state that is to change. */
    static boolean builtBy(Sentence sentence) {
        return makes(sentence);
    }

    private static boolean namesTechnology(Sentence sentence) {
        return IntStream.range(0, sentence.size()).anyMatch(index -> isTechnology(sentence, index));
    }

    private static boolean isTechnology(Sentence sentence, int index) {
        return TECHNOLOGY.contains(sentence.word(index))
                && !KIND_OF.contains(sentence.word(index + 1))
                && !UNWANTED.contains(sentence.word(index - 1))
                && !isKnown(sentence, index)
                && !(index == 0 && isPlural(sentence.first()));
    }

    /** "The app" is there already; a new one would be called so. */
    private static boolean isKnown(Sentence sentence, int index) {
        return sentence.word(index - 1).equals("the");
    }

    /** What a plural at the beginning does or suffers is told of the market: "Chatbots annoy our customers". */
    private static boolean isPlural(String word) {
        return word.endsWith("s") && !word.equals("ios");
    }

    /** "by building a marketplace", "rewrite the platform". */
    private static boolean makes(Sentence sentence) {
        return IntStream.range(0, sentence.size())
                .filter(index -> MAKING.contains(sentence.word(index)))
                .mapToObj(index -> sentence.from(index + 1).phrase())
                .anyMatch(object -> object.hasAny(ARTIFACTS) || object.hasAny(MADE_FOR_STRATEGY));
    }
}
