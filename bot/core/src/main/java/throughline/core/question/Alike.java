package throughline.core.question;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Question;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Spelling;
import throughline.core.roadmap.Words;

/**
 * Finds a question that was asked before in nearly the same words. The cost depends on how many questions share a rare word or
 * an item, not on how many there are.
 */
public final class Alike {
    private static final Set<String> TURNS = Set.of("after", "before", "never", "no", "not", "off", "without");

    /** From this likeness on, two questions want to know the same; below, they may be about two sides of one thing. */
    static final double SAME = 0.86;

    /** So many questions are compared for each word and for the item. */
    private static final int COMPARED = 20;

    private static final int RAREST_WORDS = 3;

    private final Roadmap roadmap;
    private final Language language;

    private record Scored(Question question, double likeness) {}

    public Alike(Roadmap roadmap, Language language) {
        this.roadmap = roadmap;
        this.language = language;
    }

    /**
     * The question that is most like the text; of equal ones the newest.
     *
     * @param about what the text is about, as far as anybody knows
     */
    public Optional<Question> find(String text, Optional<ItemId> about, Predicate<Question> wanted) {
        List<String> name = about.flatMap(roadmap::find).stream()
                .flatMap(item -> Words.of(item.id() + " " + item.title()).stream())
                .toList();
        return candidates(text, about)
                .distinct()
                .filter(wanted)
                .filter(question ->
                        isAboutTheSame(question, about) && turns(text).equals(turns(question.title())))
                .map(question -> new Scored(question, likeness(text, question.title(), name)))
                .filter(scored -> scored.likeness() >= SAME)
                .max(Comparator.comparingDouble(Scored::likeness)
                        .thenComparing(scored -> scored.question().id()))
                .map(Scored::question);
    }

    private Stream<Question> candidates(String text, Optional<ItemId> about) {
        Stream<Question> byWord = Names.telling(text).stream()
                .filter(word -> !roadmap.questionsWith(word).isEmpty())
                .sorted(Comparator.comparingInt(
                        word -> roadmap.questionsWith(word).size()))
                .limit(RAREST_WORDS)
                .flatMap(word -> roadmap.questionsWith(word).first(COMPARED).stream());
        Stream<Question> byItem = about.stream().flatMap(item -> roadmap.questionsAbout(item).first(COMPARED).stream());
        return Stream.concat(byWord, byItem);
    }

    private static boolean isAboutTheSame(Question question, Optional<ItemId> about) {
        return about.isEmpty() || question.about().isEmpty() || question.about().equals(about);
    }

    /** 1 for the same words; else as far as a model of language tells. The name of what both are about makes no difference. */
    private double likeness(String one, String other, List<String> name) {
        List<String> words = telling(one, name);
        List<String> others = telling(other, name);
        if (!words.isEmpty() && Set.copyOf(words).equals(Set.copyOf(others))) {
            return 1;
        }
        return isExchanged(words, others)
                ? 0
                : language.meaning(one)
                        .flatMap(meaning -> language.meaning(other).map(meaning::likeness))
                        .orElse(0.0);
    }

    private static List<String> telling(String text, List<String> name) {
        return Names.telling(text).stream().filter(word -> !name.contains(word)).toList();
    }

    /**
     * Whether each text has a word for which the other has none: "the old plan" and "the new plan" are near in meaning, and two
     * questions.
     */
    private static boolean isExchanged(List<String> words, List<String> others) {
        return hasMore(words, others) && hasMore(others, words);
    }

    private static boolean hasMore(List<String> words, List<String> others) {
        return words.stream().anyMatch(word -> others.stream().noneMatch(another -> Spelling.isForm(word, another)));
    }

    /** Figures, and words that turn a question round: "version 2" and "version 3", "turn on" and "turn off". */
    private static Set<String> turns(String text) {
        return Words.of(text).stream()
                .filter(word -> TURNS.contains(word) || word.chars().anyMatch(Character::isDigit))
                .collect(Collectors.toSet());
    }
}
