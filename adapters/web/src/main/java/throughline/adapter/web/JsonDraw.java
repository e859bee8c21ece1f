package throughline.adapter.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Draw;
import throughline.core.card.Field;
import throughline.core.card.Prose;

/** Draws cards for scripts: what each block means, as data. */
final class JsonDraw implements Draw<ObjectNode> {
    private static final JsonDraw DRAW = new JsonDraw();

    private JsonDraw() {}

    /** The card with its HTML, its blocks, and all its buttons and fields once more beside them. */
    static ObjectNode of(Card card) {
        ObjectNode drawn = Json.object().put("html", HtmlDraw.of(card));
        drawn.set("headline", prose(card.headline()));
        drawn.set(
                "blocks",
                Json.array(
                        card.blocks().stream().map(block -> block.drawn(DRAW)).toList()));
        drawn.set(
                "buttons",
                Json.array(card.buttons().stream().map(JsonDraw::button).toList()));
        drawn.set(
                "fields", Json.array(card.fields().stream().map(JsonDraw::field).toList()));
        return drawn;
    }

    @Override
    public ObjectNode text(Block.Text text) {
        return block("text").set("prose", prose(text.prose()));
    }

    @Override
    public ObjectNode note(Block.Note note) {
        return block("note").set("prose", prose(note.prose()));
    }

    @Override
    public ObjectNode facts(Block.Facts facts) {
        List<ObjectNode> drawn = facts.facts().stream()
                .map(fact -> Json.object().put("label", fact.label()).<ObjectNode>set("value", prose(fact.value())))
                .toList();
        return block("facts").set("facts", Json.array(drawn));
    }

    @Override
    public ObjectNode items(Block.Items items) {
        return block("items")
                .set("rows", Json.array(items.rows().stream().map(JsonDraw::row).toList()));
    }

    private static ObjectNode row(Block.Items.Row row) {
        return Json.object()
                .<ObjectNode>set("name", prose(row.name()))
                .set(
                        "details",
                        Json.array(row.details().stream().map(JsonDraw::prose).toList()));
    }

    @Override
    public ObjectNode table(Block.Table table) {
        ObjectNode drawn = block("table");
        ArrayNode heads = drawn.putArray("heads");
        table.heads().forEach(heads::add);
        ArrayNode rows = drawn.putArray("rows");
        table.rows()
                .forEach(row -> rows.add(
                        Json.array(row.cells().stream().map(JsonDraw::prose).toList())));
        return drawn;
    }

    @Override
    public ObjectNode buttons(Block.Buttons buttons) {
        return block("buttons")
                .set(
                        "buttons",
                        Json.array(buttons.buttons().stream()
                                .map(JsonDraw::weighted)
                                .toList()));
    }

    @Override
    public ObjectNode form(Block.Form form) {
        ObjectNode drawn = block("form");
        form.problem().ifPresent(problem -> drawn.put("problem", problem));
        drawn.set(
                "fields",
                Json.array(
                        form.fields().stream().map(field -> filled(form, field)).toList()));
        drawn.set("submit", weighted(form.submit()));
        form.more().ifPresent(more -> drawn.set("more", weighted(more)));
        return drawn;
    }

    private static ObjectNode block(String type) {
        return Json.object().put("type", type);
    }

    private static ArrayNode prose(Prose prose) {
        return Json.array(prose.spans().stream()
                .map(span -> Json.object().put("text", span.text()).put("style", Words.of(span.style())))
                .toList());
    }

    private static ObjectNode button(Button button) {
        return Json.object()
                .put("action", button.action())
                .put("label", button.label())
                .put("value", button.value());
    }

    private static ObjectNode weighted(Button button) {
        return button(button).put("weight", Words.of(button.weight()));
    }

    private static ObjectNode field(Field field) {
        List<ObjectNode> options = field.options().stream()
                .map(option -> Json.object().put("value", option.value()).put("label", option.label()))
                .toList();
        return Json.object()
                .put("id", field.id())
                .put("kind", Words.of(field.kind()))
                .put("label", field.label())
                .put("required", field.required())
                .set("options", Json.array(options));
    }

    private static ObjectNode filled(Block.Form form, Field field) {
        ObjectNode drawn = field(field);
        field.initial().ifPresent(initial -> drawn.put("initial", initial));
        if (field.initials().size() > 1) {
            drawn.set("initials", Json.texts(field.initials()));
        }
        field.hint().ifPresent(hint -> drawn.put("hint", hint));
        form.problem(field).ifPresent(problem -> drawn.put("problem", problem));
        return drawn;
    }
}
