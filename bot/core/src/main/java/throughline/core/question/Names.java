package throughline.core.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Spelling;
import throughline.core.roadmap.Words;

/**
 * Finds the item that a text names: by id in any case, by title, by a part of the title, in spite of typos. The cost depends
 * on how many titles share the text's words, not on the size of the roadmap.
 */
public final class Names {
    /** Words that a question is made of and that no title is told by. */
    private static final Set<String> NOISE = Set.of("""
            a all an and any are about at be been behind by can coming could currently did do does doing for from get give
            going goal goals has have how i in initiative into is it its item just kr lead leads me my not now objective
            objectives of okr okrs on or our own owned owner owns plan planned please project right roadmap s serve serves
            serving shipping show status support supports t team tell that the their there thing things this to today under
            up us was we what whats when where which who whos whose why will with work working you your""".split("\\s+"));

    /** From this share of matching weight on, a title is meant rather than merely touched. */
    private static final double MEANT = 0.5;

    /** A runner-up this close to the best could be meant as well. */
    private static final double CLOSE = 0.85;

    /** Below this share nothing is worth suggesting. */
    private static final double NEAR = 0.25;

    /** A word in more titles than this says little; such titles count only if a rarer word brings them up. */
    private static final int COMMON = 500;

    private static final int SUGGESTIONS = 3;

    /** No name is longer, in characters. */
    private static final int LONGEST = 1_000;

    /** A name is shorter; a pasted page is not read to its end. */
    private static final int MOST_WORDS = 40;

    private final Roadmap roadmap;
    private final Set<Kind> kinds;

    private Names(Roadmap roadmap, Set<Kind> kinds) {
        this.roadmap = roadmap;
        this.kinds = kinds;
    }

    /** How a text and an item fit. */
    public enum Fit {
        /** The text has the id or the whole title. */
        EXACT,
        /** Every word of the text that says something stands in the title. */
        PART,
        /** The words are near: misspelt, in another form, or not all there. */
        NEAR
    }

    /** What was found. */
    public sealed interface Found {
        /** One item fits. */
        record One(Item item, Fit fit) implements Found {
            public boolean isExact() {
                return fit == Fit.EXACT;
            }
        }

        /** Two or three fit about as well, best first. */
        record Several(List<Item> items) implements Found {}

        /** Nothing fits; up to three items that are near, best first. */
        record Nothing(List<Item> near) implements Found {}
    }

    /** Looks among all kinds. */
    public static Names in(Roadmap roadmap) {
        return new Names(roadmap, Set.of(Kind.values()));
    }

    public Names only(Kind first, Kind... others) {
        Set<Kind> wanted = new HashSet<>(List.of(others));
        wanted.add(first);
        return new Names(roadmap, Set.copyOf(wanted));
    }

    public Names only(Set<Kind> wanted) {
        return new Names(roadmap, Set.copyOf(wanted));
    }

    public Names without(Kind kind) {
        Set<Kind> others = new HashSet<>(kinds);
        others.remove(kind);
        return new Names(roadmap, Set.copyOf(others));
    }

    public Found find(String text) {
        String wanted = unquoted(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return whole(wanted)
                .<Found>map(item -> new Found.One(item, Fit.EXACT))
                .or(() -> byId(wanted))
                .or(() -> unknownId(wanted))
                .orElseGet(() -> byWords(wanted));
    }

    /** The items whose titles share words with a text, be they misspelt, those that share most first. */
    List<Item> touched(String text, int most) {
        List<String> words = telling(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return words.isEmpty()
                ? List.of()
                : ranked(words).stream().limit(most).map(Scored::item).toList();
    }

    /** The item whose id or title the whole text is. */
    public Optional<Item> whole(String text) {
        String wanted = unquoted(text);
        return roadmap.find(wanted).filter(this::isWanted).or(() -> byTitle(wanted));
    }

    private static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * An id among other words. It is meant if those say nothing, or hardly anything: "the status of I3 right now" is about I3,
     * but moving backups to S3 is not about a strategy statement.
     */
    private Optional<Found> byId(String text) {
        Optional<Item> named = tokens(text)
                .flatMap(word -> roadmap.find(word).stream())
                .filter(this::isWanted)
                .findFirst();
        return named.flatMap(item -> {
            List<String> others = new ArrayList<>(telling(text));
            others.removeAll(Words.of(item.id().text()));
            return others.size() > 1
                    ? Optional.empty()
                    : Optional.of(new Found.One(item, others.isEmpty() ? Fit.EXACT : Fit.PART));
        });
    }

    private static Stream<String> tokens(String text) {
        return Stream.of(text.split("\\s+", -1)).map(Names::unquoted).filter(word -> !word.isEmpty());
    }

    private Optional<Item> byTitle(String text) {
        List<String> words = Words.of(text);
        List<String> withoutArticle =
                !words.isEmpty() && words.get(0).equals("the") ? words.subList(1, words.size()) : words;
        return rarest(withoutArticle).stream()
                .flatMap(word -> roadmap.titled(word).stream().limit(COMMON))
                .filter(this::isWanted)
                .filter(item -> Words.of(item.title()).equals(withoutArticle))
                .findFirst();
    }

    private Optional<String> rarest(List<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(word -> roadmap.titled(word).size()));
    }

    /** An id of a kind that exists, with a number that does not: suggests ids that a slip of the hand explains. */
    private Optional<Found> unknownId(String text) {
        return tokens(text)
                .filter(word -> word.matches("(?i)(P|S|O|T|I|W|E|X|O\\d+-KR)\\d{1,9}"))
                .filter(word -> roadmap.find(word).isEmpty())
                .findFirst()
                .map(word -> new Found.Nothing(slips(word)));
    }

    private List<Item> slips(String id) {
        Stream<String> fewer = IntStream.range(1, id.length()).mapToObj(i -> id.substring(0, i) + id.substring(i + 1));
        Stream<String> other = IntStream.range(1, id.length())
                .boxed()
                .flatMap(i -> digits().map(digit -> id.substring(0, i) + digit + id.substring(i + 1)));
        Stream<String> more = digits().map(digit -> id + digit);
        return Stream.of(fewer, other, more)
                .flatMap(ids -> ids)
                .flatMap(slip -> roadmap.find(slip).stream())
                .filter(this::isWanted)
                .distinct()
                .limit(SUGGESTIONS)
                .toList();
    }

    private static Stream<String> digits() {
        return IntStream.range(0, 10).mapToObj(Integer::toString);
    }

    private Found byWords(String text) {
        List<String> words = telling(text);
        if (words.isEmpty()) {
            return new Found.Nothing(List.of());
        }
        List<Scored> ranked = ranked(words);
        if (ranked.isEmpty() || ranked.get(0).score() < MEANT) {
            return new Found.Nothing(items(ranked.stream().filter(it -> it.score() >= NEAR)));
        }
        double enough = Math.max(MEANT, ranked.get(0).score() * CLOSE);
        List<Item> close = items(ranked.stream().filter(it -> it.score() >= enough));
        return close.size() == 1
                ? new Found.One(close.get(0), fit(words, close.get(0)))
                : sameTitle(words, close)
                        .<Found>map(item -> new Found.One(item, Fit.EXACT))
                        .orElseGet(() -> new Found.Several(close));
    }

    private static Optional<Item> sameTitle(List<String> words, List<Item> close) {
        List<Item> same = close.stream()
                .filter(item -> telling(item.title()).equals(words))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private static Fit fit(List<String> words, Item item) {
        List<String> title = telling(item.title());
        if (title.equals(words)) {
            return Fit.EXACT;
        }
        return title.containsAll(words) ? Fit.PART : Fit.NEAR;
    }

    /** The words that say which item is meant, in their order. */
    public static List<String> telling(String text) {
        return Words.of(text).stream()
                .filter(word -> !NOISE.contains(word))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    private static List<Item> items(Stream<Scored> ranked) {
        return ranked.limit(SUGGESTIONS).map(Scored::item).toList();
    }

    private record Scored(Item item, double score) {}

    private record Match(Listing<Item> titles, double weight) {}

    private List<Scored> ranked(List<String> words) {
        Map<ItemId, Item> items = new HashMap<>();
        Map<ItemId, Double> matched = new HashMap<>();
        double total = 0;
        for (String word : words) {
            List<Match> matches = matches(word);
            total += matches.stream().mapToDouble(Match::weight).max().orElse(weight(0));
            for (Item item : titlesOf(matches)) {
                items.put(item.id(), item);
            }
            for (Map.Entry<ItemId, Double> best : bestPerItem(matches).entrySet()) {
                matched.merge(best.getKey(), best.getValue(), Double::sum);
            }
        }
        double whole = total;
        return items.values().stream()
                .map(item -> new Scored(item, score(item, matched.getOrDefault(item.id(), 0.0), whole)))
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(scored -> scored.item().id()))
                .toList();
    }

    /** Mostly how much of the question the title explains, a little how much of the title the question has. */
    private double score(Item item, double matched, double total) {
        double ofTitle = Words.of(item.title()).stream()
                .filter(word -> !NOISE.contains(word))
                .mapToDouble(word -> weight(roadmap.titled(word).size()))
                .sum();
        double preferred = item.kind() == Kind.INITIATIVE ? 0.02 : 0;
        return 0.8 * matched / total + 0.2 * Math.min(1, matched / Math.max(ofTitle, 0.1)) + preferred;
    }

    private Set<Item> titlesOf(List<Match> matches) {
        return matches.stream()
                .flatMap(match -> match.titles().stream().limit(COMMON))
                .filter(this::isWanted)
                .collect(Collectors.toSet());
    }

    private Map<ItemId, Double> bestPerItem(List<Match> matches) {
        Map<ItemId, Double> best = new HashMap<>();
        for (Match match : matches) {
            match.titles().stream()
                    .limit(COMMON)
                    .filter(this::isWanted)
                    .forEach(item -> best.merge(item.id(), match.weight(), Math::max));
        }
        return best;
    }

    /** Titles with the word; else with words that begin so, or it with them; else with words that a slip turns into it. */
    private List<Match> matches(String word) {
        Listing<Item> same = roadmap.titled(word);
        if (!same.isEmpty()) {
            return Stream.concat(Stream.of(match(word, 1)), stems(word).map(stem -> match(stem, 0.9)))
                    .toList();
        }
        List<Match> similar = Stream.concat(stems(word), beginnings(word))
                .distinct()
                .map(other -> match(other, 0.9))
                .toList();
        return similar.isEmpty() ? slipsOf(word).map(other -> match(other, 0.8)).toList() : similar;
    }

    private Match match(String word, double quality) {
        Listing<Item> titles = roadmap.titled(word);
        return new Match(titles, quality * weight(titles.size()));
    }

    private double weight(int titles) {
        return Math.log(1 + (roadmap.size() + 1.0) / (titles + 1.0));
    }

    private Stream<String> beginnings(String word) {
        return word.length() < 3 ? Stream.of() : roadmap.titleWords(word).limit(10);
    }

    private Stream<String> stems(String word) {
        if (word.length() < 5) {
            return Stream.of(word + "s", singular(word))
                    .filter(other -> !other.equals(word))
                    .filter(other -> !roadmap.titled(other).isEmpty());
        }
        String stem = word.substring(0, Math.max(4, word.length() - 3));
        return roadmap.titleWords(stem)
                .filter(other -> !other.equals(word) && sameStem(word, other))
                .limit(5);
    }

    private static boolean sameStem(String one, String other) {
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return isEnding(one.substring(shared)) && isEnding(other.substring(shared));
    }

    private static boolean isEnding(String rest) {
        return rest.matches("|e|s|es|d|ed|er|ers|ing|ings|y|ies|ion|ions|ment|ments");
    }

    private Stream<String> slipsOf(String word) {
        return roadmap.titleWords(word.substring(0, 1))
                .filter(other -> Spelling.isSlip(word, other) || Spelling.isSlip(singular(word), singular(other)));
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private boolean isWanted(Item item) {
        return kinds.contains(item.kind());
    }
}
