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

    /** Without one of these nothing is markup; most texts have none. */
    private static final String SIGNS = "*~`_:>";

    /** Slack sees emphasis only between these, or white space. */
    private static final String BEFORE = "(“,;:.·→•";

    private static final String AFTER = ")”,;:.!?·→";

    private static final String NOTHING = "(nothing)";

    private Mrkdwn() {}

    /** Whether Slack would read a part of the text as markup. */
    static boolean isMarkup(Prose prose) {
        String plain = prose.plain();
        return isAnyIn(plain, SIGNS) && MARKUP.matcher(plain).find();
    }

    private static boolean isAnyIn(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A text object. */
    static ObjectNode text(Prose prose, int most) {
        Prose legible = Legible.prose(prose);
        Prose cut = Cut.prose(legible, most);
        return isMarkup(cut) ? plain(cut.plain(), most) : verbatim(within(legible, most));
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

    /** The longest beginning that is at most so long in Slack's markup. */
    static String within(Prose legible, int most) {
        String whole = written(legible);
        return whole.length() <= most && legible.plain().length() <= most
                ? whole
                : written(Cut.prose(legible, most, shorter -> written(shorter).length()));
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
        boolean begins = before.isEmpty() || isSpaceOr(BEFORE, before.charAt(before.length() - 1));
        boolean ends = next.isEmpty() || isSpaceOr(AFTER, next.charAt(0));
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

    private static boolean isSpaceOr(String signs, char sign) {
        return sign == ' ' || sign == '\n' || sign == '\t' || signs.indexOf(sign) >= 0;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
