package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.ByHorizon;

/**
 * The items that a text names one after another, by id or whole title, with or without "and" or a comma between them.
 *
 * @param items in their order, each once
 * @param words all that was typed
 * @param unknown words that are no id and no whole title, if there are any
 */
record Compared(List<Item> items, List<String> words, Optional<String> unknown) {
    private static final Set<String> BETWEEN = Set.of("and", "vs", "vs.", "versus", "with", "against", "or", "to", "&");
    private static final Set<String> KINDS =
            Set.of("theme", "themes", "product", "initiative", "initiatives", "the", "bets", "in");
    private static final int LONGEST_NAME = 12;
    private static final int MOST_WORDS = 80;

    static Compared in(Roadmap roadmap, String text) {
        Names names = Names.in(roadmap).without(Kind.TEAM);
        List<String> words = Stream.of(text.replaceAll("[,;]", " ").strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        List<Item> items = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int length = Math.min(LONGEST_NAME, words.size() - i);
            Optional<Item> found = Optional.empty();
            while (length > 0 && found.isEmpty()) {
                found = names.whole(String.join(" ", words.subList(i, i + length)));
                length -= found.isEmpty() ? 1 : 0;
            }
            found.filter(item -> !items.contains(item)).ifPresent(items::add);
            if (found.isEmpty() && !says(words.get(i))) {
                unknown.add(words.get(i));
            }
            i += Math.max(1, length);
        }
        return new Compared(
                items, words, unknown.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", unknown)));
    }

    /** Whether a word says that more follows, or of which kind. */
    private static boolean says(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        return BETWEEN.contains(plain) || KINDS.contains(plain);
    }

    /** The horizon that the text begins with. */
    Optional<Horizon> horizon() {
        return words.stream()
                .findFirst()
                .flatMap(first -> ByHorizon.OPEN.stream()
                        .filter(horizon -> horizon.title().equalsIgnoreCase(first))
                        .findFirst());
    }

    String withoutHorizon() {
        return String.join(" ", words.subList(1, words.size()));
    }
}
