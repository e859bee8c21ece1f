package throughline.core.check.statement;

import static throughline.core.check.statement.Lexicon.ARTIFACTS;
import static throughline.core.check.statement.Lexicon.NAMED_TECHNOLOGY;
import static throughline.core.check.statement.Lexicon.PARTS;
import static throughline.core.check.statement.Lexicon.TECHNOLOGY;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Verbs that tell of building, if what they are about is an artifact. */
    private static final Set<String> BUILDING = Stream.concat(
                    Stream.of(
                            "build",
                            "ship",
                            "launch",
                            "release",
                            "add",
                            "develop",
                            "introduce",
                            "replace",
                            "deploy",
                            "roll",
                            "create",
                            "give",
                            "offer",
                            "deliver",
                            "provide",
                            "adopt",
                            "set",
                            "publish",
                            "embed",
                            "leverage",
                            "leveraging",
                            "move",
                            "moving",
                            "put",
                            "rewrite",
                            "redesign",
                            "implement",
                            "migrate",
                            "integrate",
                            "automate",
                            "consolidate",
                            "rebuild",
                            "refactor"),
                    Stream.of("giving", "redesigned", "rewritten", "rebuilt"))
            .collect(Collectors.toUnmodifiableSet());

    /** Where one of these stands closely before it, the building is ruled out: "We do not build single-customer features". */
    private static final Set<String> NEGATIONS = Set.of(
            "no", "not", "never", "don't", "won't", "stop", "without", "avoid", "cannot", "nor", "refuse", "than");

    /** How far before. */
    private static final int NEAR = 3;

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

    private static final Set<String> BY_MEANS_OF = Set.of("with", "via", "through", "using", "use", "by");

    /** What stands between "with" and the thing, at most: "with an in-app cancellation survey". */
    private static final int BETWEEN = 4;

    private Solutions() {}

    static boolean prescribedBy(Sentence sentence) {
        return namesTechnology(sentence) || makes(sentence) || isMeans(sentence);
    }

    /** Whether it tells of something to be built; technology may be named, as in a state that is to change. */
    static boolean builtBy(Sentence sentence) {
        return makes(sentence);
    }

    /** "With push notifications", "through an in-app survey". */
    private static boolean isMeans(Sentence sentence) {
        return IntStream.range(0, sentence.size() - 1)
                .filter(index -> BY_MEANS_OF.contains(sentence.word(index)))
                .filter(index -> !isRuledOut(sentence, index))
                .mapToObj(index -> sentence.from(index + 1).phrase())
                .map(thing -> thing.before(BETWEEN + 1))
                .anyMatch(thing -> thing.hasAny(PARTS) && !thing.hasAny(UNWANTED));
    }

    private static boolean isRuledOut(Sentence sentence, int index) {
        return IntStream.range(Math.max(0, index - NEAR), index).anyMatch(at -> NEGATIONS.contains(sentence.word(at)));
    }

    private static boolean namesTechnology(Sentence sentence) {
        return IntStream.range(0, sentence.size()).anyMatch(index -> isTechnology(sentence, index));
    }

    private static boolean isTechnology(Sentence sentence, int index) {
        String word = sentence.word(index);
        boolean isNamed = NAMED_TECHNOLOGY.contains(word);
        return (isNamed || TECHNOLOGY.contains(word))
                && !KIND_OF.contains(sentence.word(index + 1))
                && !UNWANTED.contains(sentence.word(index - 1))
                && !isRuledOut(sentence, index)
                && (isNamed || !isKnown(sentence, index))
                && !(index == 0 && isPlural(word));
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
                .filter(index -> BUILDING.contains(Lexicon.verb(sentence.word(index))) && !isRuledOut(sentence, index))
                .mapToObj(index -> sentence.from(index + 1).withoutParticle().phrase())
                .anyMatch(object -> object.hasAny(ARTIFACTS) || object.hasAny(MADE_FOR_STRATEGY));
    }
}
