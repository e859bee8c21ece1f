package throughline.core.question;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.question.Fitness.Side;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Roadmap;

/**
 * Finds the item that a sentence is about, whatever it is called there: by id, by its title or a part of it, misspelt,
 * abbreviated, or described in other words. The cost does not depend on the size of the roadmap.
 */
public final class Resolution {
    /** Among so many items the nearest by meaning is looked for in all of them; among more, words have to bring it up. */
    private static final int LOOKED_THROUGH = 1_500;

    private static final int NEAREST = 8;
    private static final int RECALLED = 60;
    private static final int BY_WORDS = 12;

    private final Roadmap roadmap;
    private final Language language;
    private final Recall recall;
    private final Phrasing phrasing;

    public Resolution(Roadmap roadmap, Language language, Recall recall, Phrasing phrasing) {
        this.roadmap = roadmap;
        this.language = language;
        this.recall = recall;
        this.phrasing = phrasing;
    }

    /**
     * An item that may be meant.
     *
     * @param sure from 0 to 1
     */
    public record Match(Item item, double sure) {}

    /** What is not said, but compared: an item, and how well it fits from each side. */
    record Fitting(Item item, Map<Fitness.Side, Double> sides) {}

    /** The items of these kinds that a text may be about, best first; none if nothing is near. */
    public List<Match> find(String text, Set<Kind> kinds) {
        List<Fitting> fitting = fitting(text, kinds);
        List<Match> ranked = Fit.ranked(fitting);
        return measure(fitting, ranked)
                .map(measure -> exchanged(ranked, measure))
                .orElse(ranked);
    }

    /** The key result of the best objective that has more of the words that were said, so that it rather is meant. */
    private static Optional<Match> measure(List<Fitting> fitting, List<Match> ranked) {
        Map<ItemId, Map<Side, Double>> sides =
                fitting.stream().collect(Collectors.toMap(one -> one.item().id(), Fitting::sides));
        return ranked.stream()
                .limit(1)
                .map(best -> best.item().id())
                .filter(best -> seen(sides, best, Side.ID) == 0)
                .flatMap(best -> ranked.stream()
                        .filter(match -> match.item() instanceof KeyResult keyResult
                                && keyResult.objective().equals(best)
                                && seen(sides, match.item().id(), Side.SENTENCE_IN_ITEM)
                                        > seen(sides, best, Side.SENTENCE_IN_ITEM)))
                .findFirst();
    }

    private static double seen(Map<ItemId, Map<Side, Double>> sides, ItemId item, Side side) {
        return sides.getOrDefault(item, Map.of()).getOrDefault(side, 0.0);
    }

    /** The same with the best and another one in each other's place. */
    private static List<Match> exchanged(List<Match> ranked, Match other) {
        Match best = ranked.get(0);
        return ranked.stream()
                .map(match -> match.equals(best)
                        ? new Match(other.item(), best.sure())
                        : match.equals(other) ? new Match(best.item(), other.sure()) : match)
                .toList();
    }

    List<Fitting> fitting(String text, Set<Kind> kinds) {
        Optional<Meaning> meaning = language.meaning(text);
        Fitness fitness = new Fitness(roadmap, language, phrasing::knows, text, meaning);
        return candidates(text, kinds, meaning).stream()
                .map(item -> new Fitting(item, fitness.of(item)))
                .toList();
    }

    private Collection<Item> candidates(String text, Set<Kind> kinds, Optional<Meaning> meaning) {
        Set<Item> candidates = new LinkedHashSet<>();
        candidates.addAll(Names.in(roadmap).only(kinds).touched(text, BY_WORDS));
        recall.search(roadmap, text, RECALLED).stream()
                .flatMap(hit -> roadmap.find(hit.item()).stream())
                .filter(item -> kinds.contains(item.kind()))
                .limit(BY_WORDS)
                .forEach(candidates::add);
        meaning.ifPresent(asked -> kinds.forEach(kind -> nearest(kind, asked).forEach(candidates::add)));
        candidates.removeIf(item -> !kinds.contains(item.kind()));
        // Who gives an id means it, of whatever kind it is.
        Wording.pieces(text).stream()
                .flatMap(piece -> roadmap.find(piece).stream())
                .forEach(candidates::add);
        return candidates;
    }

    private Stream<Item> nearest(Kind kind, Meaning asked) {
        Listing<Item> all = roadmap.all(kind);
        if (all.size() > LOOKED_THROUGH) {
            return Stream.empty();
        }
        return all.stream()
                .flatMap(item ->
                        language.meaning(Part.said(item)).map(said -> new Match(item, asked.likeness(said))).stream())
                .sorted(Comparator.comparingDouble(Match::sure).reversed())
                .limit(NEAREST)
                .map(Match::item);
    }
}
