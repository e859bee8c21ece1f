package throughline.core.ritual;

import java.util.List;

/**
 * One kind of what persons are told unasked; a function of what is known. What was told already, by the wish's id, may come again: it is
 * not told twice.
 */
@FunctionalInterface
public interface Occasion {
    /** What each person would be told now. */
    List<Errand> errands(Today today);

    /** What is to be written down first because its time has come; asked again until there is nothing. */
    default List<Kept> keep(Today today) {
        return List.of();
    }
}
