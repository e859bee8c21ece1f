package throughline.core.intake;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.question.Language;
import throughline.core.question.Meaning;
import throughline.core.question.Names;
import throughline.core.question.Recall;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Spelling;

/**
 * Finds what looks like a request: other requests, declines and initiatives. The cost depends on how many share a rare word, not on how
 * many there are.
 */
public final class Similar {
    /** From this likeness on it is worth a look; a look costs one tap, a duplicate costs everybody. */
    static final double WORTH_A_LOOK = 0.55;

    private static final int MOST = 3;
    private static final int RAREST_WORDS = 4;
    private static final int COMPARED = 20;
    private static final int RECALLED = 10;

    private record Scored(Item item, double likeness) {}

    private final Roadmap roadmap;
    private final Language language;
    private final Recall recall;

    public Similar(Roadmap roadmap, Language language, Recall recall) {
        this.roadmap = roadmap;
        this.language = language;
        this.recall = recall;
    }

    /** What is nearest first, at most three. A request that was decided is told by its decision. */
    public List<Item> to(Told told) {
        List<Item> near = candidates(told)
                .filter(Similar::isOpenOrDecided)
                .map(item -> new Scored(item, likeness(told, item)))
                .filter(scored -> scored.likeness() >= WORTH_A_LOOK)
                .sorted(Comparator.comparingDouble(Scored::likeness)
                        .reversed()
                        .thenComparing(scored -> scored.item().id()))
                .map(Scored::item)
                .toList();
        Set<ItemId> decided = near.stream()
                .filter(Receipt.class::isInstance)
                .flatMap(item -> ((Receipt) item).request().stream())
                .collect(Collectors.toSet());
        return near.stream()
                .filter(item -> !decided.contains(item.id()))
                .limit(MOST)
                .toList();
    }

    private static boolean isOpenOrDecided(Item item) {
        if (item instanceof Receipt receipt) {
            return (receipt.what() == Receipt.What.DECLINED || receipt.what() == Receipt.What.LATER)
                    && receipt.state() != Receipt.State.REPLACED;
        }
        return !(item instanceof FeatureRequest request) || request.state() != FeatureRequest.State.WITHDRAWN;
    }

    private Stream<Item> candidates(Told told) {
        Set<Item> found = new LinkedHashSet<>();
        rarest(told, roadmap::requestsWith).forEach(found::add);
        rarest(told, roadmap::decisionsWith).forEach(found::add);
        recall.search(roadmap, told.words(), RECALLED).stream()
                .flatMap(hit -> roadmap.find(hit.item()).stream())
                .filter(Initiative.class::isInstance)
                .forEach(found::add);
        return found.stream();
    }

    private static <T extends Item> Stream<T> rarest(Told told, Function<String, Listing<T>> having) {
        return Names.telling(told.words()).stream()
                .distinct()
                .filter(word -> !having.apply(word).isEmpty())
                .sorted(Comparator.comparingInt(word -> having.apply(word).size()))
                .limit(RAREST_WORDS)
                .flatMap(word -> having.apply(word).first(COMPARED).stream());
    }

    private double likeness(Told told, Item item) {
        double byTitle = likeness(told.title(), item.title());
        return item instanceof FeatureRequest request
                ? Math.max(byTitle, likeness(told.problem(), request.problem()))
                : byTitle;
    }

    /** The share of words that both have, or what a model of language tells, if that is more. */
    private double likeness(String one, String other) {
        return Math.max(
                shared(Names.telling(one), Names.telling(other)),
                meaning(one)
                        .flatMap(meaning -> meaning(other).map(meaning::likeness))
                        .orElse(0.0));
    }

    private Optional<Meaning> meaning(String text) {
        return language.meaning(text);
    }

    private static double shared(List<String> words, List<String> others) {
        long both = words.stream()
                .filter(word -> others.stream().anyMatch(other -> Spelling.isForm(word, other)))
                .count();
        int longer = Math.max(words.size(), others.size());
        return longer == 0 ? 0 : (double) both / longer;
    }
}
