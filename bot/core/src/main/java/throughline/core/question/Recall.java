package throughline.core.question;

import java.util.List;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;

/** Finds items by the words in all their texts, not in their titles alone. Thread-safe. */
public interface Recall {
    /**
     * An item that shares words with a text.
     *
     * @param score how much the words say, above 0; scores of one search compare with each other only
     */
    record Hit(ItemId item, double score) {}

    /**
     * The items whose words are nearest to the text, best first.
     *
     * @param text only the first thousand characters are read
     * @param most how many at most, above 0
     */
    List<Hit> search(Roadmap roadmap, String text, int most);
}
