package throughline.adapter.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import throughline.core.card.Cut;
import throughline.core.card.Legible;
import throughline.core.card.Prose;

/**
 * Text for Teams. It goes into text runs, in which Markdown is no markup; only dates are (Adaptive Cards, "Text features").
 * Titles and labels have no runs: there a link is taken apart.
 */
final class Runs {
    /** Where a sign without width takes apart what would be a date or a link. */
    private static final Pattern FORGED = Pattern.compile("(?<=\\{)(?=\\{)|(?<=])(?=[(\\[])");

    private static final String APART = "\u2060";
    private static final String NOTHING = "(nothing)";

    private Runs() {}

    /** A block of text that wraps by nature. */
    static ObjectNode block(Prose prose, int most) {
        ObjectNode block = JsonNodeFactory.instance.objectNode().put("type", "RichTextBlock");
        ArrayNode runs = block.putArray("inlines");
        Prose cut = Cut.prose(Legible.prose(prose), most);
        for (Prose.Span span : cut.spans()) {
            runs.add(run(span));
        }
        if (runs.isEmpty()) {
            runs.add(run(new Prose.Span(NOTHING, Prose.Style.PLAIN)));
        }
        return block;
    }

    /** The same as small print. */
    static ObjectNode small(Prose prose, int most) {
        ObjectNode block = block(prose, most);
        block.get("inlines")
                .forEach(run -> ((ObjectNode) run).put("size", "Small").put("isSubtle", true));
        return block;
    }

    private static ObjectNode run(Prose.Span span) {
        ObjectNode run =
                JsonNodeFactory.instance.objectNode().put("type", "TextRun").put("text", apart(span.text()));
        return switch (span.style()) {
            case PLAIN -> run;
            case STRONG -> run.put("weight", "Bolder");
            case EMPHASIS -> run.put("italic", true);
        };
    }

    /** A title or a label: on one line. */
    static String label(String text, int most) {
        String label = Cut.text(Legible.line(text), most);
        return label.isBlank() ? NOTHING : apart(label);
    }

    /** Several lines where no runs are possible. */
    static String plain(String text, int most) {
        return apart(Cut.text(Legible.text(text), most));
    }

    private static String apart(String text) {
        return FORGED.matcher(text).replaceAll(APART);
    }
}
