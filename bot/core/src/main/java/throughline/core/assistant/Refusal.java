package throughline.core.assistant;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.question.Names;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Words;
import throughline.core.view.Phrases;

/** A sentence that says what will not be done: a non-goal of an initiative, or what leadership permits to refuse. */
record Refusal(Item by, String sentence) {
    /** Of longer questions this share of the words has to stand in the sentence. */
    private static final double ENOUGH = 0.6;

    /** Up to so many words all have to stand there. */
    private static final int FEW = 2;

    /** A word in more refusals than this says little. */
    private static final int COMMON = 200;

    /** The one that has most of the words of a text. */
    static Optional<Refusal> of(Roadmap roadmap, String text) {
        List<String> words = Names.telling(text);
        return words.stream()
                .flatMap(Refusal::forms)
                .flatMap(word -> roadmap.refusing(word).stream().limit(COMMON))
                .distinct()
                .flatMap(item -> item.refusals().stream().map(sentence -> new Refusal(item, sentence)))
                .filter(refusal -> refusal.isAbout(words))
                .max(Comparator.<Refusal>comparingLong(refusal -> refusal.shared(words))
                        .thenComparing(refusal -> -refusal.sentence.length()));
    }

    private boolean isAbout(List<String> words) {
        return shared(words) >= (words.size() <= FEW ? words.size() : ENOUGH * words.size());
    }

    private long shared(List<String> words) {
        Set<String> own = Set.copyOf(Words.of(sentence));
        return words.stream()
                .filter(word -> forms(word).anyMatch(own::contains))
                .count();
    }

    /** A word as it stands, in the singular and in the plural. */
    private static Stream<String> forms(String word) {
        return word.length() > 3 && word.endsWith("s")
                ? Stream.of(word, word.substring(0, word.length() - 1))
                : Stream.of(word, word + "s");
    }

    /** "“Contractors” is a non-goal of Guided setup (I3)." */
    String told() {
        String quoted = Phrases.quoted(Phrases.clipped(sentence));
        return by instanceof Initiative
                ? quoted + " is a non-goal of " + Phrases.named(by) + "."
                : "leadership says " + quoted + " (" + by.id() + ").";
    }
}
