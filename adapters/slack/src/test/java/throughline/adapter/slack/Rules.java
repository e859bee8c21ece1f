package throughline.adapter.slack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import throughline.core.card.Legible;

/** What Slack refuses, written down a second time and independently of the drawer. */
final class Rules {
    private Rules() {}

    static void assertHold(JsonNode blocks, int most) {
        within(blocks.size(), most, blocks);
        within(Limits.characters(blocks), 12_000, blocks);
        Set<String> ids = new HashSet<>();
        for (JsonNode block : blocks) {
            block(block);
            unique(ids, block.path("block_id"));
            block.path("elements").forEach(element -> unique(ids, element.path("action_id")));
        }
    }

    private static void unique(Set<String> ids, JsonNode id) {
        assertTrue(id.isMissingNode() || (ids.add(id.asText()) && id.asText().length() <= 255), id::toString);
    }

    private static void block(JsonNode block) {
        switch (block.get("type").asText()) {
            case "section" -> section(block);
            case "context" -> block.get("elements").forEach(element -> text(element, 2_000));
            case "actions" -> block.get("elements").forEach(Rules::button);
            case "input" -> input(block);
            default -> throw new AssertionError("not ours: " + block);
        }
    }

    private static void section(JsonNode block) {
        assertTrue(block.has("text") != block.has("fields"), block::toString);
        if (block.has("text")) {
            text(block.get("text"), 3_000);
        }
        within(block.path("fields").size(), 10, block);
        block.path("fields").forEach(field -> text(field, 2_000));
    }

    private static void button(JsonNode button) {
        text(button.get("text"), 75);
        within(button.get("value").asText().length(), 2_000, button);
    }

    private static void input(JsonNode block) {
        text(block.get("label"), 2_000);
        JsonNode element = block.get("element");
        String type = element.get("type").asText();
        boolean group = type.equals("radio_buttons") || type.equals("checkboxes");
        within(element.path("options").size(), group ? 10 : 100, block);
        element.path("options").forEach(option -> {
            text(option.get("text"), 75);
            within(option.get("value").asText().length(), 75, option);
        });
        if (block.has("hint")) {
            text(block.get("hint"), 2_000);
        }
    }

    /** Within its limit, not empty, nothing in it that pings, links or reorders. */
    private static void text(JsonNode text, int most) {
        String words = text.get("text").asText();
        within(words.length(), most, text);
        assertTrue(!words.isBlank(), text::toString);
        assertTrue(words.equals(Legible.text(words)), text::toString);
        if (text.get("type").asText().equals("mrkdwn")) {
            assertTrue(
                    text.get("verbatim").asBoolean() && !words.contains("<") && !words.contains(">"), text::toString);
        }
    }

    private static void within(int length, int most, JsonNode node) {
        assertTrue(length <= most, () -> length + " is more than " + most + ": " + node);
    }
}
