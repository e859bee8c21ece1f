package throughline.adapter.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Draw;
import throughline.core.card.Field;
import throughline.core.card.Fitting;
import throughline.core.card.Legible;
import throughline.core.card.PlainText;
import throughline.core.card.Prose;

/** Draws cards as Adaptive Cards 1.5, within {@link Limits}. */
final class AdaptiveDraw implements Draw<List<ObjectNode>> {
    /** How many alternatives a choice lists: fewer if the card would be too big otherwise. */
    private static final int[] OPTIONS = {Limits.OPTIONS, 50, 25, Limits.EXPANDED, 3};

    private static final String BULLET = "• ";

    /** The next line of a row, set in as far as its name. */
    private static final String BELOW = "\u2003";

    private static final String NOT_KNOWN = "–";

    private final String id;
    private final Inputs inputs;
    private int buttons;

    private AdaptiveDraw(String id, int options) {
        this.id = id;
        this.inputs = new Inputs(options);
    }

    /** @param id of the posting that the card becomes, which every button carries with its number */
    static ObjectNode card(Card card, String id) {
        String fallback = Runs.plain(PlainText.of(card), Limits.FALLBACK);
        ObjectNode whole = drawn(card, id, OPTIONS[0], fallback);
        if (fits(whole)) {
            return whole;
        }
        int options = IntStream.of(OPTIONS)
                .filter(most -> fits(drawn(Fitting.least(card), id, most, fallback)))
                .findFirst()
                .orElse(1);
        return drawn(Fitting.of(card, shorter -> fits(drawn(shorter, id, options, fallback))), id, options, fallback);
    }

    private static boolean fits(ObjectNode card) {
        return Limits.bytes(card) <= Limits.BYTES;
    }

    private static ObjectNode drawn(Card card, String id, int options, String fallback) {
        AdaptiveDraw draw = new AdaptiveDraw(id, options);
        ObjectNode drawn = object("AdaptiveCard")
                .put("$schema", "https://adaptivecards.io/schemas/adaptive-card.json")
                .put("version", "1.5")
                .put("fallbackText", fallback);
        drawn.putObject("msteams").put("width", "Full");
        ArrayNode body = drawn.putArray("body").add(Runs.block(card.headline(), Limits.TEXT));
        card.blocks().forEach(block -> body.addAll(block.drawn(draw)));
        return drawn;
    }

    @Override
    public List<ObjectNode> text(Block.Text text) {
        return text.prose().isEmpty() ? List.of() : List.of(Runs.block(text.prose(), Limits.TEXT));
    }

    @Override
    public List<ObjectNode> note(Block.Note note) {
        return note.prose().isEmpty() ? List.of() : List.of(Runs.small(note.prose(), Limits.NOTE));
    }

    @Override
    public List<ObjectNode> facts(Block.Facts facts) {
        return close(facts.facts().stream().map(AdaptiveDraw::fact).toList());
    }

    /** Not a FactSet: that reads Markdown. */
    private static ObjectNode fact(Block.Facts.Fact fact) {
        ObjectNode line = object("ColumnSet");
        line.putArray("columns")
                .add(column("1", Prose.strong(Runs.label(fact.label(), Limits.FACT_LABEL))))
                .add(column("3", fact.value()));
        return line;
    }

    private static ObjectNode column(String width, Prose prose) {
        ObjectNode column = object("Column").put("width", width);
        column.putArray("items").add(Runs.block(prose, Limits.FACT));
        return column;
    }

    @Override
    public List<ObjectNode> items(Block.Items items) {
        return close(items.rows().stream().map(AdaptiveDraw::row).toList());
    }

    /** What belongs together stands closer than what comes before. */
    private static List<ObjectNode> close(List<ObjectNode> lines) {
        lines.stream().skip(1).forEach(line -> line.put("spacing", "Small"));
        return lines;
    }

    private static ObjectNode row(Block.Items.Row row) {
        List<Prose> lines = row.lines();
        ObjectNode first = Runs.block(Prose.of(BULLET).then(lines.get(0)), Limits.ROW);
        if (lines.size() == 1) {
            return first;
        }
        ObjectNode together = object("Container");
        ArrayNode items = together.putArray("items").add(first);
        lines.stream()
                .skip(1)
                .forEach(line -> items.add(
                        Runs.block(Prose.of(BELOW).then(line), Limits.ROW).put("spacing", "None")));
        return together;
    }

    @Override
    public List<ObjectNode> table(Block.Table table) {
        if (table.heads().size() > Limits.COLUMNS) {
            return items(new Block.Items(table.listed()));
        }
        ObjectNode drawn = object("Table").put("firstRowAsHeaders", true).put("showGridLines", true);
        ArrayNode columns = drawn.putArray("columns");
        for (int i = 0; i < table.heads().size(); i++) {
            columns.addObject().put("width", i == 0 ? 2 : 1);
        }
        ArrayNode rows = drawn.putArray("rows")
                .add(tableRow(table.heads().stream().map(Prose::strong).toList(), Limits.HEAD));
        table.rows().forEach(row -> rows.add(tableRow(row.cells(), Limits.CELL)));
        return List.of(drawn);
    }

    private static ObjectNode tableRow(List<Prose> cells, int most) {
        ObjectNode row = object("TableRow");
        ArrayNode drawn = row.putArray("cells");
        for (Prose cell : cells) {
            ObjectNode one = object("TableCell");
            one.putArray("items").add(Runs.block(cell.isEmpty() ? Prose.of(NOT_KNOWN) : cell, most));
            drawn.add(one);
        }
        return row;
    }

    @Override
    public List<ObjectNode> buttons(Block.Buttons several) {
        return actions(several.buttons(), List.of());
    }

    @Override
    public List<ObjectNode> form(Block.Form form) {
        List<ObjectNode> drawn = new ArrayList<>();
        form.problem().ifPresent(problem -> drawn.add(Runs.block(Prose.strong(problem), Limits.TEXT)));
        for (Field field : form.fields()) {
            drawn.addAll(inputs.of(field));
            form.problem(field)
                    .ifPresent(problem -> drawn.add(
                            Runs.block(Prose.strong(problem), Limits.LABEL).put("spacing", "Small")));
        }
        drawn.addAll(actions(form.buttons(), form.fields()));
        return drawn;
    }

    /** @param fields what was filled in there comes along */
    private List<ObjectNode> actions(List<Button> several, List<Field> fields) {
        List<ObjectNode> drawn = new ArrayList<>();
        List<Button> sendable =
                several.stream().filter(AdaptiveDraw::isSendable).toList();
        int length =
                sendable.stream().mapToInt(button -> button.label().length()).sum();
        if (length > Limits.ABREAST) {
            drawn.addAll(close(sendable.stream()
                    .map(button -> set(List.of(button), fields))
                    .toList()));
        } else if (!sendable.isEmpty()) {
            drawn.add(set(sendable, fields));
        }
        several.stream().filter(button -> !isSendable(button)).forEach(button -> drawn.add(unsendable(button)));
        return drawn;
    }

    private ObjectNode set(List<Button> several, List<Field> fields) {
        ObjectNode set = object("ActionSet");
        ArrayNode actions = set.putArray("actions");
        String sent = fields.isEmpty() ? "none" : "auto";
        several.forEach(button -> actions.add(action(button, fields).put("associatedInputs", sent)));
        return set;
    }

    private ObjectNode action(Button button, List<Field> fields) {
        ObjectNode action = object("Action.Execute")
                .put("title", Runs.label(button.label(), Limits.BUTTON))
                .put("verb", button.action());
        ObjectNode data = action.putObject("data")
                .put("value", Legible.text(button.value()))
                .put("opId", id + "#" + buttons++);
        List<String> lists = Inputs.lists(fields);
        if (!lists.isEmpty()) {
            ArrayNode choices = data.putArray("choices");
            lists.forEach(choices::add);
        }
        return switch (button.weight()) {
            case PRIMARY -> action.put("style", "positive");
            case DESTRUCTIVE -> action.put("style", "destructive");
            case PLAIN -> action;
        };
    }

    private static boolean isSendable(Button button) {
        return button.value().length() <= Limits.VALUE;
    }

    /** A value is never cut: it would mean something else. What cannot be tapped is said. */
    private static ObjectNode unsendable(Button button) {
        String label = Runs.label(button.label(), Limits.BUTTON);
        return Runs.small(
                Prose.of("“" + label + "” is not possible here: what it repeats is too long. Ask in fewer words."),
                Limits.NOTE);
    }

    private static ObjectNode object(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
