package throughline.adapter.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import throughline.core.card.Cut;
import throughline.core.card.Legible;
import throughline.core.card.Prose;

/**
 * Text for Slack. Its markup has an escape for {@code & < >} only, none for what emphasizes: where people's words hold such
 * signs, the text goes out as {@code plain_text}, in which nothing is markup, and without emphasis.
 */
final class Mrkdwn {
    /** Signs of emphasis, an emoji's name, a quotation; an underscore inside a word is none. */
    private static final Pattern MARKUP =
            Pattern.compile("[*~`]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|:[\\p{L}\\p{N}_+'-]+:|(?m:^[ \\t]*>)");

    /** Slack sees emphasis only between these. */
    private static final Pattern BEFORE = Pattern.compile("(?s).*[\\s(“,;:.·→•]");

    private static final Pattern AFTER = Pattern.compile("(?s)[\\s)”,;:.!?·→].*");

    private static final String NOTHING = "(nothing)";

    private Mrkdwn() {}

    /** Whether Slack would read a part of the text as markup. */
    static boolean isMarkup(Prose prose) {
        return MARKUP.matcher(prose.plain()).find();
    }

    /** A text object. */
    static ObjectNode text(Prose prose, int most) {
        Prose cut = Cut.prose(Legible.prose(prose), most);
        if (isMarkup(cut)) {
            return plain(cut.plain(), most);
        }
        return verbatim(written(Cut.prose(
                Legible.prose(prose), most, shorter -> written(shorter).length())));
    }

    /** A text object with markup of our own. */
    static ObjectNode verbatim(String written) {
        return written.isBlank()
                ? plain(NOTHING, NOTHING.length())
                : Json.object().put("type", "mrkdwn").put("text", written).put("verbatim", true);
    }

    /** A text object in which nothing is markup. */
    static ObjectNode plain(String text, int most) {
        return raw(Cut.text(Legible.text(text), most));
    }

    /** The same for a label: on one line. */
    static ObjectNode label(String text, int most) {
        return raw(Cut.text(Legible.line(text), most));
    }

    private static ObjectNode raw(String text) {
        return Json.object()
                .put("type", "plain_text")
                .put("text", text.isBlank() ? NOTHING : text)
                .put("emoji", false);
    }

    /** The {@code text} beside blocks: no emphasis, nobody pinged, no link but the one that shows. */
    static String fallback(String text) {
        String cut = Cut.prose(
                        Prose.of(Legible.text(text)),
                        Limits.FALLBACK,
                        shorter -> escaped(shorter.plain()).length())
                .plain();
        return escaped(cut);
    }

    /** Text that {@link #isMarkup} denies, in Slack's markup. */
    static String written(Prose prose) {
        StringBuilder written = new StringBuilder();
        List<Prose.Span> spans = prose.spans();
        for (int i = 0; i < spans.size(); i++) {
            String next = i + 1 < spans.size() ? spans.get(i + 1).text() : " ";
            written.append(span(spans.get(i), written, next));
        }
        return written.toString();
    }

    private static String span(Prose.Span span, CharSequence before, String next) {
        return switch (span.style()) {
            case PLAIN -> escaped(span.text());
            case STRONG -> emphasized(span.text(), '*', before, next);
            case EMPHASIS -> emphasized(span.text(), '_', before, next);
        };
    }

    private static String emphasized(String text, char sign, CharSequence before, String next) {
        boolean begins = before.isEmpty() || BEFORE.matcher(before).matches();
        boolean ends = next.isEmpty() || AFTER.matcher(next).matches();
        boolean touches = Character.isWhitespace(text.codePointAt(0))
                || Character.isWhitespace(text.codePointBefore(text.length()));
        UnaryOperator<String> wrap = line -> line.isBlank() ? line : sign + line + sign;
        return begins && ends && !touches
                ? String.join(
                        "\n",
                        List.of(escaped(text).split("\n", -1)).stream()
                                .map(wrap)
                                .toList())
                : escaped(text);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
