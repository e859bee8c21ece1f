package throughline.core.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Listing;

/**
 * The rows of a view, of which any stretch is had without the others.
 *
 * @param size how many there are, if that is known without reading them
 */
public record Rows(OptionalInt size, Stretch stretch) {
    /** How many details a row has at most, and how many characters each of them. */
    private static final int DETAILS = 4;

    private static final int LONGEST = 150;

    /** Some entries of many. */
    public interface Stretch {
        /** At most so many entries after the first ones. */
        List<Entry> of(int from, int most);
    }

    /** A row under a heading, which may be "". */
    public record Entry(String heading, Block.Items.Row row) {}

    public static Rows none() {
        return new Rows(OptionalInt.of(0), (from, most) -> List.of());
    }

    static <T extends Item> Rows of(Listing<T> items, Function<T, Entry> entry) {
        return new Rows(
                OptionalInt.of(items.size()),
                (from, most) -> items.from(from).limit(most).map(entry).toList());
    }

    static <T> Rows of(String heading, List<T> all, Function<T, Block.Items.Row> row) {
        return new Rows(
                OptionalInt.of(all.size()),
                (from, most) -> all.stream()
                        .skip(from)
                        .limit(most)
                        .map(one -> new Entry(heading, row.apply(one)))
                        .toList());
    }

    /** Rows that nobody has counted. */
    static Rows uncounted(Stretch stretch) {
        return new Rows(OptionalInt.empty(), stretch);
    }

    /** These, then those; both are counted. */
    Rows then(Rows more) {
        int first = size.orElseThrow();
        return new Rows(OptionalInt.of(first + more.size.orElseThrow()), (from, most) -> {
            List<Entry> some = from < first ? stretch.of(from, most) : List.of();
            if (some.size() == most) {
                return some;
            }
            List<Entry> both = new ArrayList<>(some);
            both.addAll(more.stretch.of(Math.max(0, from - first), most - some.size()));
            return both;
        });
    }

    /** A row that leaves room for others in a message: long details are cut, and so are too many. */
    static Block.Items.Row row(String name, List<String> details) {
        List<Prose> shown = details.stream()
                .filter(detail -> !detail.isEmpty())
                .limit(DETAILS)
                .map(detail -> Prose.of(clipped(detail, LONGEST)))
                .toList();
        return new Block.Items.Row(Prose.strong(name), shown);
    }

    static String clipped(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).stripTrailing() + "…";
    }
}
