package throughline.core.question;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Spelling;
import throughline.core.roadmap.Words;

/** How well an item fits what somebody calls it, seen from several sides: by id, by the words of its title, by its meaning. */
final class Fitness {
    /** Words of a sentence that tell how something is asked count this much of what others do. */
    private static final double ASKING = 0.3;

    private static final double FORM = 0.95;
    private static final double BEGINNING = 0.85;
    private static final double SLIP = 0.8;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_ENDING = 6;

    /** A sentence that names something is shorter; a pasted page is not read to its end. */
    private static final int MOST_WORDS = 40;

    /** Words that stand in any sentence. */
    private static final Set<String> FILLING = Set.of("""
            a about after all also am an and any are as at be because been before being but by can could did do does doing
            don for from further get gets got had has have having he her here hers him his how i if in into is it its just
            let ll may me might more most my need needs no nor not now of off on once only or other our out over own per
            please re same she should so some such t than that the their them then there these they this those through to
            too under until up us use very want wants was way we well were what when where which while who whom why will
            with would without you your""".split("\\s+"));

    private final Roadmap roadmap;
    private final Language language;
    private final Predicate<String> asks;
    private final List<String> words;
    private final List<String> ids;
    private final Optional<Meaning> meaning;

    /**
     * Looks at one sentence.
     *
     * @param asks whether a word tells how something is asked
     */
    Fitness(Roadmap roadmap, Language language, Predicate<String> asks, String text, Optional<Meaning> meaning) {
        this.roadmap = roadmap;
        this.language = language;
        this.asks = asks;
        this.words = told(text);
        this.ids = Wording.pieces(text);
        this.meaning = meaning;
    }

    private static List<String> told(String text) {
        return Words.of(text).stream()
                .filter(word -> word.length() > 1 && !FILLING.contains(word))
                .limit(MOST_WORDS)
                .toList();
    }

    /** From where a fit is looked at. */
    enum Side {
        ID,
        SENTENCE_IN_TITLE,
        TITLE_IN_SENTENCE,
        SENTENCE_IN_ITEM,
        ITEM_IN_SENTENCE,
        INITIALS,
        RAREST_WORD,
        TITLE,
        ITEM
    }

    /** One value for each {@link Side}, from 0 to 1 but for likenesses, which may be less. */
    Map<Side, Double> of(Item item) {
        List<String> title = Words.of(item.title());
        String said = Part.said(item);
        List<String> all = Words.of(said);
        Map<Side, Double> sides = new EnumMap<>(Side.class);
        sides.put(Side.ID, ids.contains(item.id().text().toLowerCase(Locale.ROOT)) ? 1.0 : 0.0);
        sides.put(Side.SENTENCE_IN_TITLE, covered(words, title, true));
        sides.put(Side.TITLE_IN_SENTENCE, covered(title, words, false));
        sides.put(Side.SENTENCE_IN_ITEM, covered(words, all, true));
        sides.put(Side.ITEM_IN_SENTENCE, covered(all, words, false));
        sides.put(Side.INITIALS, hasInitials(title) ? 1.0 : 0.0);
        sides.put(Side.RAREST_WORD, rarest(title));
        sides.put(Side.TITLE, likeness(item.title()));
        sides.put(Side.ITEM, likeness(said));
        return sides;
    }

    /** How much of the weight of some words others have, from 0 to 1. */
    private double covered(Collection<String> wanted, List<String> there, boolean isSentence) {
        double sum = 0;
        double all = 0;
        for (String word : wanted) {
            double weight = weight(word) * (isSentence && asks.test(word) ? ASKING : 1);
            all += weight;
            sum += weight * best(word, there, isSentence);
        }
        return all == 0 ? 0 : sum / all;
    }

    private static double best(String word, List<String> others, boolean isSentence) {
        double best = 0;
        for (String other : others) {
            best = Math.max(best, isSentence ? alike(word, other) : alike(other, word));
        }
        return best;
    }

    private double rarest(List<String> title) {
        double rarest = 0;
        for (String word : words) {
            if (!asks.test(word)) {
                rarest = Math.max(rarest, weight(word) * best(word, title, true));
            }
        }
        return rarest / 5;
    }

    /** The fewer titles have a word, the more it tells. */
    private double weight(String word) {
        return Math.log(1 + (roadmap.size() + 1) / (roadmap.titled(word).size() + 0.5));
    }

    private boolean hasInitials(List<String> title) {
        StringBuilder initials = new StringBuilder();
        title.forEach(word -> initials.append(word.charAt(0)));
        return initials.length() > 1 && words.contains(initials.toString());
    }

    private double likeness(String text) {
        return meaning.flatMap(asked -> language.meaning(text).map(asked::likeness))
                .orElse(0.0);
    }

    /** How much a word that was said is the other one: itself, a form of it, its beginning, or a slip of the hand. */
    private static double alike(String said, String word) {
        if (said.equals(word)) {
            return 1;
        }
        if (Spelling.isForm(said, word)) {
            return FORM;
        }
        if (said.length() >= SHORTEST_BEGINNING
                && word.startsWith(said)
                && word.length() - said.length() <= LONGEST_ENDING) {
            return BEGINNING;
        }
        if (word.length() > SHORTEST_BEGINNING && said.startsWith(word)) {
            return SLIP;
        }
        return Spelling.isSlip(said, word) ? SLIP : 0;
    }
}
