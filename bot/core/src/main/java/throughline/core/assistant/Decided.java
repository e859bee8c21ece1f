package throughline.core.assistant;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import throughline.core.question.Names;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Words;

/** Decisions that a text is about. */
final class Decided {
    /** Of longer texts this share of the words has to stand in what was asked for. */
    private static final double ENOUGH = 0.6;

    /** A word in more of them than this says little. */
    private static final int COMMON = 200;

    private Decided() {}

    /** Those about what a text names, the one that shares most words first, then the latest. */
    static List<Receipt> about(Roadmap roadmap, String text) {
        Set<String> words = new LinkedHashSet<>(Names.telling(text));
        if (words.isEmpty()) {
            return List.of();
        }
        return words.stream()
                .flatMap(word -> roadmap.decisionsWith(word).stream().limit(COMMON))
                .distinct()
                .filter(receipt -> receipt.state() != Receipt.State.REPLACED)
                .filter(receipt -> shared(receipt, words) >= ENOUGH * words.size())
                .sorted(Comparator.<Receipt>comparingLong(receipt -> -shared(receipt, words))
                        .thenComparing(Comparator.comparing(Receipt::on).reversed()))
                .toList();
    }

    private static long shared(Receipt receipt, Set<String> words) {
        Set<String> own = Words.of(receipt.title()).stream().collect(Collectors.toSet());
        return words.stream().filter(own::contains).count();
    }
}
