package throughline.core.score;

import java.util.List;
import java.util.stream.Collectors;
import throughline.core.roadmap.ItemId;

/**
 * Something that is not recorded and that a score needs.
 *
 * @param path of the field that it belongs into, such as {@code rice.reach}
 */
public record Gap(ItemId item, String label, String path) {
    /** The command that fills them, with "…" for what has to be typed; they are of one item. */
    public static String command(List<Gap> gaps) {
        return "edit " + gaps.get(0).item() + " "
                + gaps.stream().map(gap -> gap.path() + ": …").collect(Collectors.joining("; "));
    }

    static String told(List<Gap> gaps) {
        List<String> labels = gaps.stream().map(Gap::label).toList();
        return Figures.listed(labels) + (gaps.size() == 1 ? " is" : " are") + " not recorded";
    }
}
