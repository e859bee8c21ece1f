package throughline.adapter.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import throughline.core.card.Cut;
import throughline.core.card.Legible;
import throughline.core.card.Prose;

/** Draws lines into as few sections as hold them, a line never across two; lines with signs of markup go into plain ones. */
final class Rows {
    private final List<ObjectNode> sections = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();
    private boolean plain;

    private Rows() {}

    static List<ObjectNode> sections(List<Prose> lines) {
        Rows rows = new Rows();
        lines.forEach(rows::add);
        rows.close();
        return rows.sections;
    }

    private void add(Prose line) {
        Prose legible = oneLine(line);
        Prose cut = Cut.prose(legible, Limits.ROW);
        boolean markup = Mrkdwn.isMarkup(cut);
        String written = markup
                ? cut.plain()
                : Mrkdwn.written(Cut.prose(
                        legible, Limits.ROW, shorter -> Mrkdwn.written(shorter).length()));
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
