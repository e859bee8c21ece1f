package throughline.core.roadmap;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short id of something on the roadmap, such as {@code I14} or {@code O2-KR1}. Imported ids are kept as they are. Ids
 * sort as people count: I9 before I14.
 */
public final class ItemId implements Comparable<ItemId> {
    /** No id is longer, so that a button can carry one on every platform. */
    public static final int LONGEST = 64;

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int COUNT_DIGITS = 10;

    private final String text;
    private final String order;

    public ItemId(String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an id has 1 to " + LONGEST + " visible characters");
        }
        this.text = text;
        this.order = countable(text.toUpperCase(Locale.ROOT));
    }

    /** Whether the text could be an id, so that {@code new ItemId(text)} would not throw. */
    public static boolean fits(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    public String text() {
        return text;
    }

    /** The same for ids that differ in case, or in leading zeros, only. */
    public String folded() {
        return order;
    }

    /** The same for ids that differ in case, or in zeros before a number, only: {@code i014} and {@code I14} are one item. */
    public static String folded(String id) {
        return countable(id.toUpperCase(Locale.ROOT));
    }

    private static String countable(String text) {
        return DIGITS.matcher(text).replaceAll(number -> Matcher.quoteReplacement(padded(number.group())));
    }

    private static String padded(String digits) {
        return "0".repeat(Math.max(0, COUNT_DIGITS - digits.length())) + digits;
    }

    @Override
    public int compareTo(ItemId other) {
        int byOrder = order.compareTo(other.order);
        return byOrder == 0 ? text.compareTo(other.text) : byOrder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemId id && id.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
