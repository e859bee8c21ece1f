package throughline.adapter.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import throughline.core.card.Card;
import throughline.core.card.PlainText;

/** Draws a card as an Adaptive Card 1.5. */
final class AdaptiveDraw {
    private AdaptiveDraw() {}

    /** @param id of the posting that the card becomes, which every button carries with its number */
    static ObjectNode card(Card card, String id) {
        ObjectNode drawn = JsonNodeFactory.instance
                .objectNode()
                .put("type", "AdaptiveCard")
                .put("$schema", "https://adaptivecards.io/schemas/adaptive-card.json")
                .put("version", "1.5")
                .put("fallbackText", PlainText.of(card));
        drawn.putArray("body")
                .addObject()
                .put("type", "TextBlock")
                .put("id", id)
                .put("wrap", true)
                .put("text", PlainText.of(card));
        return drawn;
    }
}
