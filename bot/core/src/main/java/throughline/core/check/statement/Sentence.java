package throughline.core.check.statement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A statement as words in lower case; what a hyphen joins is one word, so that "launch-day" is no launch. */
record Sentence(List<String> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}%$€+][\\p{L}\\p{N}%$€'+./-]*");

    /** What people put before the verb without saying more. */
    private static final Set<String> LEADING = Set.of(
            "we",
            "will",
            "to",
            "finally",
            "successfully",
            "must",
            "should",
            "shall",
            "the",
            "our",
            "team",
            "please",
            "q1",
            "q2",
            "q3",
            "q4",
            "let's",
            "and",
            "then",
            "goal",
            "objective",
            "is",
            "have",
            "want");

    private static final Set<String> PARTICLES = Set.of("up", "out", "off", "down");

    /** Where what a verb is about ends. */
    private static final Set<String> JOINTS = Set.of(
            "with", "among", "for", "of", "in", "to", "by", "on", "from", "at", "without", "that", "who", "which", "so",
            "when", "within", "before", "after", "into", "through", "via", "instead", "than", "because", "until", "per",
            "while", "where", "whose", "out", "up", "across", "during", "between");

    /** One spelling for what is written in several. */
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("programme", "program"),
            Map.entry("programmes", "programs"),
            Map.entry("centre", "center"),
            Map.entry("centres", "centers"),
            Map.entry("catalogue", "catalog"),
            Map.entry("catalogues", "catalogs"),
            Map.entry("plug-in", "plugin"),
            Map.entry("plug-ins", "plugins"),
            Map.entry("front-end", "frontend"),
            Map.entry("back-end", "backend"),
            Map.entry("e-mails", "emails"),
            Map.entry("data-base", "database"),
            Map.entry("web-site", "website"));

    static Sentence of(String text) {
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‑', '-')
                .replace("front end", "frontend")
                .replace("back end", "backend"));
        return new Sentence(Stream.iterate(matcher.find(), found -> found, found -> matcher.find())
                .map(found -> spelled(trimmed(matcher.group())))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static String spelled(String word) {
        return SPELLINGS.getOrDefault(word, word);
    }

    private static String trimmed(String word) {
        int end = word.length();
        while (end > 0 && "'./-".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    /** Without "we will" and other words that only lead up to the verb. */
    Sentence withoutLead() {
        int start = 0;
        while (start < words.size() - 1 && LEADING.contains(words.get(start))) {
            start++;
        }
        return from(start);
    }

    Sentence from(int start) {
        return new Sentence(words.subList(Math.min(start, words.size()), words.size()));
    }

    Sentence before(int end) {
        return new Sentence(words.subList(0, Math.min(end, words.size())));
    }

    /** Without the "up" of "set up", "out" of "roll out". */
    Sentence withoutParticle() {
        return PARTICLES.contains(first()) ? from(1) : this;
    }

    int size() {
        return words.size();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** A word, or "" where there is none. */
    String word(int index) {
        return index >= 0 && index < words.size() ? words.get(index) : "";
    }

    String first() {
        return word(0);
    }

    String last() {
        return word(words.size() - 1);
    }

    boolean startsWith(String... beginning) {
        return words.size() >= beginning.length
                && words.subList(0, beginning.length).equals(List.of(beginning));
    }

    boolean hasAny(Set<String> some) {
        return words.stream().anyMatch(some::contains);
    }

    /** The words up to the first preposition or clause. */
    Sentence phrase() {
        int end = 0;
        while (end < words.size() && !JOINTS.contains(words.get(end))) {
            end++;
        }
        return new Sentence(words.subList(0, end));
    }

    /** What follows the words up to the first preposition, it included. */
    Sentence afterPhrase() {
        return from(phrase().size());
    }

    String text() {
        return String.join(" ", words);
    }
}
