package throughline.core.ritual;

import java.util.List;
import java.util.Optional;
import throughline.core.people.Person;

/**
 * One kind of what persons are told unasked; a function of what is known. What was told already, by the wish's id, may come again: it is
 * not told twice.
 */
@FunctionalInterface
public interface Occasion {
    /** What each person would be told now. */
    List<Errand> errands(Today today);

    /**
     * What a part of an earlier message says when nothing is needed from the person for it any more: the same without buttons.
     *
     * @param part the id of its wish
     * @return empty while something is needed, and for parts that ask nothing or are another occasion's
     */
    default Optional<Section> settled(String part, Person person, Today today) {
        return Optional.empty();
    }

    /** What is to be written down first because its time has come; asked again until there is nothing. */
    default List<Kept> keep(Today today) {
        return List.of();
    }
}
