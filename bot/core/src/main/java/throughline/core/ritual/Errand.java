package throughline.core.ritual;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        return card(preface(errands), errands.stream().map(Errand::section).toList());
    }

    /**
     * The same later on.
     *
     * @param left what still needs the person
     * @param parts all of them, at least one, as they are now
     */
    public static Card standing(List<Errand> left, List<Section> parts) {
        if (parts.size() == 1) {
            return parts.get(0).alone();
        }
        return card(left.isEmpty() ? "Nothing of this needs you any more." : preface(left), parts);
    }

    private static Card card(String headline, List<Section> parts) {
        return new Card(
                Prose.strong(headline),
                parts.stream().flatMap(part -> part.beneath().stream()).toList());
    }

    private static String preface(List<Errand> errands) {
        Map<Wish.Topic, Integer> counts = new EnumMap<>(Wish.Topic.class);
        errands.forEach(errand -> counts.merge(errand.wish().topic(), 1, Integer::sum));
        List<String> parts = counts.entrySet().stream()
                .map(one -> one.getKey().count(one.getValue()))
                .collect(Collectors.toList());
        String last = parts.remove(parts.size() - 1);
        String all = parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
        return "For you today: " + all + ".";
    }
}
