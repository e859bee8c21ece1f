package throughline.adapter.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Draw;
import throughline.core.card.Field;
import throughline.core.card.Legible;
import throughline.core.card.Prose;

/**
 * Draws cards as HTML. Buttons and forms carry their action and value as data attributes; the page sends them. Whatever
 * people wrote is escaped here, and only here.
 */
final class HtmlDraw implements Draw<String> {
    private static final HtmlDraw DRAW = new HtmlDraw();

    /** With more alternatives a list to choose from is easier to scan than radio buttons. */
    private static final int MOST_RADIOS = 8;

    /** What a node of a tree that hangs on another one begins with, after as many spaces as there are nodes between. */
    private static final String BRANCH = "└";

    private static final int DEEPEST = 5;

    private HtmlDraw() {}

    static String of(Card card) {
        return "<p class=\"headline\">" + prose(card.headline()) + "</p>"
                + card.blocks().stream().map(block -> block.drawn(DRAW)).collect(Collectors.joining());
    }

    @Override
    public String text(Block.Text text) {
        return "<p>" + prose(text.prose()) + "</p>";
    }

    @Override
    public String note(Block.Note note) {
        return "<p class=\"note\">" + prose(note.prose()) + "</p>";
    }

    @Override
    public String facts(Block.Facts facts) {
        return facts.facts().stream()
                .map(fact -> "<div><dt>" + escaped(fact.label()) + "</dt><dd>" + prose(fact.value()) + "</dd></div>")
                .collect(Collectors.joining("", "<dl>", "</dl>"));
    }

    @Override
    public String items(Block.Items items) {
        return items.rows().stream().map(HtmlDraw::row).collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String row(Block.Items.Row row) {
        String details = row.details().stream()
                .filter(detail -> !detail.isEmpty())
                .map(detail -> "<span>" + prose(detail) + "</span>")
                .collect(Collectors.joining(" "));
        return "<li" + under(row.name().plain()) + "><span class=\"name\">" + prose(row.name()) + "</span>"
                + (details.isEmpty() ? "" : " <span class=\"details\">" + details + "</span>") + "</li>";
    }

    /** What stands below a node of a tree is set in as far as its name. */
    private static String under(String name) {
        int depth = name.indexOf(BRANCH);
        return depth < 0 || !name.substring(0, depth).isBlank()
                ? ""
                : " class=\"under-" + Math.min(depth + 1, DEEPEST) + "\"";
    }

    /** It scrolls by itself where it is too wide, which the keyboard has to reach. */
    @Override
    public String table(Block.Table table) {
        String name = escaped(String.join(", ", table.heads()));
        return "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" + name + "\"><table><thead><tr>"
                + table.heads().stream()
                        .map(head -> "<th scope=\"col\">" + escaped(head) + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead><tbody>"
                + table.rows().stream().map(HtmlDraw::tableRow).collect(Collectors.joining())
                + "</tbody></table></div>";
    }

    private static String tableRow(Block.Table.Line row) {
        return "<tr><th scope=\"row\">" + prose(row.cells().get(0)) + "</th>"
                + row.cells().stream()
                        .skip(1)
                        .map(cell -> "<td>" + (cell.isEmpty() ? "–" : prose(cell)) + "</td>")
                        .collect(Collectors.joining())
                + "</tr>";
    }

    @Override
    public String buttons(Block.Buttons buttons) {
        return buttons.buttons().stream()
                .map(button -> button("button", button))
                .collect(Collectors.joining("", "<div class=\"buttons\">", "</div>"));
    }

    @Override
    public String form(Block.Form form) {
        return "<form" + sends(form.submit()) + ">"
                + form.problem().map(HtmlDraw::problem).orElse("")
                + IntStream.range(0, form.fields().size())
                        .mapToObj(index -> field(form, index))
                        .collect(Collectors.joining())
                + form.buttons().stream()
                        .map(button -> button("submit", button))
                        .collect(Collectors.joining("", "<div class=\"buttons\">", "</div></form>"));
    }

    /** What is wrong with a field is told with it; the page makes the id one of its own. */
    private static String field(Block.Form form, int index) {
        Field field = form.fields().get(index);
        String id = "problem-" + (index + 1);
        return form.problem(field)
                .map(problem -> field(field, " aria-invalid=\"true\"", " aria-describedby=\"" + id + "\"")
                        + "<p class=\"problem\" role=\"alert\" id=\"" + id + "\">" + escaped(problem) + "</p>")
                .orElseGet(() -> field(field, "", ""));
    }

    private static String problem(String problem) {
        return "<p class=\"problem\" role=\"alert\">" + escaped(problem) + "</p>";
    }

    private static String button(String type, Button button) {
        return "<button type=\"" + type + "\" class=\"" + Words.of(button.weight()) + "\"" + sends(button) + ">"
                + escaped(button.label()) + "</button>";
    }

    private static String sends(Button button) {
        return " data-action=\"" + escaped(button.action()) + "\" data-value=\"" + escaped(button.value()) + "\"";
    }

    /**
     * @param invalid the attribute that says that it is wrong, or nothing
     * @param described the attribute that says where it is told, or nothing
     */
    private static String field(Field field, String invalid, String described) {
        String wrong = invalid + described;
        return switch (field.kind()) {
            case TEXT ->
                labelled(field, "<textarea rows=\"2\"" + named(field) + wrong + ">" + initial(field) + "</textarea>");
            case NUMBER -> labelled(field, input(field, "number", " step=\"any\" inputmode=\"decimal\"" + wrong));
            case DATE -> labelled(field, input(field, "date", wrong));
            case PERSON ->
                field.options().isEmpty()
                        ? labelled(field, input(field, "text", " list=\"people\" autocomplete=\"off\"" + wrong))
                        : labelled(field, select(field, wrong));
            case CHOICE ->
                field.options().size() > MOST_RADIOS
                        ? labelled(field, select(field, wrong))
                        : group(
                                field,
                                "radio",
                                field.required() ? " required" : "",
                                invalid.isEmpty() ? "" : " role=\"radiogroup\"" + wrong);
            // A group of them is not wrong by itself, as a group of radio buttons is.
            case CHOICES -> group(field, "checkbox", invalid, described);
        };
    }

    private static String labelled(Field field, String control) {
        return "<label class=\"field\"><span>" + label(field) + "</span>" + hint(field) + control + "</label>";
    }

    private static String label(Field field) {
        return escaped(field.label()) + (field.required() ? "" : " <small>(optional)</small>");
    }

    private static String hint(Field field) {
        return field.hint()
                .map(hint -> "<small class=\"hint\">" + escaped(hint) + "</small>")
                .orElse("");
    }

    private static String input(Field field, String type, String attributes) {
        return "<input type=\"" + type + "\"" + named(field) + attributes + " value=\"" + initial(field) + "\">";
    }

    private static String select(Field field, String wrong) {
        return field.options().stream()
                .map(option -> "<option value=\"" + escaped(option.value()) + "\""
                        + (field.isInitial(option) ? " selected" : "") + ">" + escaped(option.label()) + "</option>")
                .collect(Collectors.joining(
                        "", "<select" + named(field) + wrong + "><option value=\"\">Choose one</option>", "</select>"));
    }

    private static String group(Field field, String type, String attributes, String around) {
        return field.options().stream()
                .map(option -> "<label><input type=\"" + type + "\" name=\"" + escaped(field.id()) + "\" value=\""
                        + escaped(option.value()) + "\"" + attributes + (field.isInitial(option) ? " checked" : "")
                        + "><span>" + escaped(option.label()) + "</span></label>")
                .collect(Collectors.joining(
                        "",
                        "<fieldset" + around + "><legend>" + label(field) + "</legend>" + hint(field),
                        "</fieldset>"));
    }

    private static String named(Field field) {
        return " name=\"" + escaped(field.id()) + "\"" + (field.required() ? " required" : "");
    }

    private static String initial(Field field) {
        return escaped(field.initial().orElse(""));
    }

    private static String prose(Prose prose) {
        List<String> spans = prose.spans().stream().map(HtmlDraw::span).toList();
        return String.join("", spans);
    }

    private static String span(Prose.Span span) {
        String text = escaped(span.text());
        return switch (span.style()) {
            case PLAIN -> text;
            case STRONG -> "<strong>" + text + "</strong>";
            case EMPHASIS -> "<em>" + text + "</em>";
        };
    }

    /** Legible, and safe between tags and inside a quoted attribute. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        Legible.text(text).codePoints().forEach(point -> escape(point, safe));
        return safe.toString();
    }

    private static void escape(int point, StringBuilder safe) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '`' -> safe.append("&#96;");
            default -> safe.appendCodePoint(point);
        }
    }
}
