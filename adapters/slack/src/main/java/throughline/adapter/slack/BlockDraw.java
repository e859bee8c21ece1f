package throughline.adapter.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.PlainText;

/** Draws cards as Block Kit. */
final class BlockDraw {
    private BlockDraw() {}

    /** A message: {@code text}, the fallback, and {@code blocks}. */
    static ObjectNode message(Card card, String id) {
        ArrayNode blocks = Json.array();
        blocks.add(section(PlainText.of(card)));
        card.fields().forEach(field -> blocks.add(input(field)));
        ArrayNode elements = Json.array();
        for (Button button : card.buttons()) {
            elements.add(button(button, id, elements.size()));
        }
        if (!elements.isEmpty()) {
            blocks.addObject().put("type", "actions").set("elements", elements);
        }
        return Json.object().put("text", card.headline().plain()).set("blocks", blocks);
    }

    /** A modal that asks what the form asks. */
    static ObjectNode view(Block.Form form, Card card, String metadata) {
        ObjectNode view =
                Json.object().put("type", "modal").put("callback_id", "form").put("private_metadata", metadata);
        view.set("title", plain("Throughline"));
        view.set("submit", plain(form.submit().label()));
        ArrayNode blocks = view.putArray("blocks");
        blocks.add(section(card.headline().plain()));
        form.problem().ifPresent(problem -> blocks.add(section(problem)));
        form.fields().forEach(field -> blocks.add(input(field)));
        return view;
    }

    private static ObjectNode section(String text) {
        return Json.object().put("type", "section").set("text", plain(text));
    }

    private static ObjectNode input(Field field) {
        ObjectNode input = Json.object().put("type", "input").put("block_id", field.id());
        input.set("label", plain(field.label()));
        input.put("optional", !field.required());
        input.set("element", Json.object().put("type", "plain_text_input").put("action_id", field.id()));
        return input;
    }

    private static ObjectNode button(Button button, String id, int n) {
        return Json.object()
                .put("type", "button")
                .put("action_id", button.action() + ":" + id + ":" + n)
                .put("value", button.value())
                .set("text", plain(button.label()));
    }

    private static ObjectNode plain(String text) {
        return Json.object().put("type", "plain_text").put("text", text);
    }
}
