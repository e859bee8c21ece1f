package throughline.core.ritual;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.people.PersonId;

/**
 * Something that a person is to be told unasked: a part of the day's message, if {@link Etiquette} lets it.
 *
 * @param to who is told
 * @param wish what etiquette looks at
 * @param section what is said
 */
public record Errand(PersonId to, Wish wish, Section section) {
    /** The one message of a day with all of these, at least one, in their order. */
    public static Card merged(List<Errand> errands) {
        if (errands.size() == 1) {
            return errands.get(0).section().alone();
        }
        Map<Wish.Topic, Integer> counts = new EnumMap<>(Wish.Topic.class);
        List<Block> blocks = new ArrayList<>();
        for (Errand errand : errands) {
            counts.merge(errand.wish().topic(), 1, Integer::sum);
            blocks.addAll(errand.section().beneath());
        }
        List<String> parts = counts.entrySet().stream()
                .map(one -> one.getKey().count(one.getValue()))
                .collect(Collectors.toList());
        String last = parts.remove(parts.size() - 1);
        String all = parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
        return new Card(Prose.strong("For you today: " + all + "."), blocks);
    }
}
