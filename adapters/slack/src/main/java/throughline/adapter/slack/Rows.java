package throughline.adapter.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import throughline.core.card.Block;
import throughline.core.card.Cut;
import throughline.core.card.Legible;
import throughline.core.card.Prose;

/** Draws rows into as few sections as hold them, a row never across two; rows with signs of markup go into plain ones. */
final class Rows {
    private static final String BULLET = "• ";

    /** The next line of a row, set in as far as its name: Slack keeps a wide space, and sees emphasis after a plain one. */
    private static final String BELOW = "\n\u2002 ";

    private final List<ObjectNode> sections = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();
    private boolean plain;

    private Rows() {}

    static List<ObjectNode> sections(List<Block.Items.Row> all) {
        Rows rows = new Rows();
        all.forEach(rows::add);
        rows.close();
        return rows.sections;
    }

    private void add(Block.Items.Row row) {
        Prose legible = Prose.of(BULLET)
                .then(Prose.join(BELOW, row.lines().stream().map(Rows::oneLine).toList()));
        Prose cut = Cut.prose(legible, Limits.ROW);
        boolean markup = Mrkdwn.isMarkup(cut);
        String written = markup ? cut.plain() : Mrkdwn.within(legible, Limits.ROW);
        if (markup != plain || lines.length() + written.length() >= Limits.SECTION) {
            close();
        }
        plain = markup;
        lines.append(lines.isEmpty() ? "" : "\n").append(written);
    }

    private static Prose oneLine(Prose line) {
        return new Prose(Legible.prose(line).spans().stream()
                .map(span -> new Prose.Span(Legible.line(span.text()), span.style()))
                .toList());
    }

    private void close() {
        if (!lines.isEmpty()) {
            String text = lines.toString();
            sections.add(Json.object()
                    .put("type", "section")
                    .set("text", plain ? Mrkdwn.plain(text, Limits.SECTION) : Mrkdwn.verbatim(text)));
        }
        lines.setLength(0);
    }
}
