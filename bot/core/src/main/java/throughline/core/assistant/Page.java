package throughline.core.assistant;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows of many are wanted: those of a first answer, or a page.
 *
 * @param number from 1 on; 0 for a first answer
 */
record Page(int number) {
    /** As many as a message holds on every platform. */
    static final int ROWS = 10;

    private static final Pattern WRITTEN = Pattern.compile("(?:^|\\s+)page\\s+(\\d{1,6})$", Pattern.CASE_INSENSITIVE);

    /** "… page 2" at the end, or the first one where all are wanted. */
    static Page of(String text, boolean all) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (written.find()) {
            return new Page(Math.max(1, Integer.parseInt(written.group(1))));
        }
        return new Page(all ? 1 : 0);
    }

    /** The text before it. */
    static String without(String text) {
        return WRITTEN.matcher(text.strip()).replaceFirst("");
    }

    /** How many pages hold so many rows. */
    static int count(int rows) {
        return (rows + ROWS - 1) / ROWS;
    }

    boolean isFirstAnswer() {
        return number == 0;
    }

    int from() {
        return Math.max(0, number - 1) * ROWS;
    }

    int rows() {
        return isFirstAnswer() ? Request.ROWS : ROWS;
    }
}
