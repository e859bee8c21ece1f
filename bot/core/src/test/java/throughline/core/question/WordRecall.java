package throughline.core.question;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Words;

/** Looks at every item and counts shared words. */
public final class WordRecall implements Recall {
    @Override
    public List<Hit> search(Roadmap roadmap, String text, int most) {
        Set<String> wanted = new HashSet<>(Words.of(text.substring(0, Math.min(text.length(), 1_000))));
        return roadmap.stream()
                .filter(placed -> !placed.item().kind().isBeside())
                .map(placed -> new Hit(placed.item().id(), shared(placed.item(), wanted)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::item))
                .limit(most)
                .toList();
    }

    private static double shared(Item item, Set<String> wanted) {
        Set<String> words = new HashSet<>(Words.of(item.prose().collect(Collectors.joining(" "))));
        words.retainAll(wanted);
        return words.size();
    }
}
