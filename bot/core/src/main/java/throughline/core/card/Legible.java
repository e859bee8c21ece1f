package throughline.core.card;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as it may stand beside the text of others: without characters that reorder what is read, that nobody sees, or that
 * no platform accepts. Drawers apply it to all they draw, and to the commands that buttons carry.
 */
public final class Legible {
    private static final int REPLACEMENT = 0xFFFD;

    private Legible() {}

    public static String text(String text) {
        if (isLegible(text)) {
            return text;
        }
        StringBuilder legible = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(point -> !isHidden(point))
                .forEach(point -> legible.appendCodePoint(isAllowed(point) ? point : REPLACEMENT));
        return legible.toString();
    }

    /** Nearly every text is, so this is where drawing spends its time: no streams. */
    private static boolean isLegible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean isPlain = (unit >= ' ' && unit < 0x7F) || unit == '\n';
            if (!isPlain && (Character.isSurrogate(unit) || isHidden(unit) || !isAllowed(unit))) {
                return false;
            }
        }
        return true;
    }

    /** The same on one line. */
    public static String line(String text) {
        return text(text).replace('\n', ' ').replace('\t', ' ');
    }

    public static Prose prose(Prose prose) {
        List<Prose.Span> legible = new ArrayList<>(prose.spans().size());
        for (Prose.Span span : prose.spans()) {
            String text = text(span.text());
            if (!text.isEmpty()) {
                legible.add(new Prose.Span(text, span.style()));
            }
        }
        return new Prose(legible);
    }

    /**
     * Overrides, embeddings and isolates of writing direction (Unicode Bidirectional Algorithm, UAX #9), and spaces without
     * width. Joiners stay: Persian words and emoji need them.
     */
    private static boolean isHidden(int point) {
        return (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200B
                || point == 0x2060
                || point == 0xFEFF;
    }

    private static boolean isAllowed(int point) {
        return point == '\n' || point == '\t' || !(Character.isISOControl(point) || isLoneSurrogate(point));
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
