package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;

/**
 * A message that the bot sends.
 *
 * @param text one line: what a notification shows, and the whole message if there is no card
 * @param card an Adaptive Card
 */
record Message(String text, Optional<JsonNode> card) {
    /** Of a payload whose card goes on with something, though nothing may have to be filled in. */
    private static final String ASKS = "asks";

    static Message line(String text) {
        return new Message(text, Optional.empty());
    }

    static Message of(Posting posting) {
        JsonNode payload = Json.own(posting.payload());
        return new Message(payload.path("text").asText(), Optional.of(payload.path("card")));
    }

    /** Whether a dialog shows it, rather than the chat. */
    static boolean isForm(Posting posting) {
        JsonNode payload = Json.own(posting.payload());
        return payload.path(ASKS).asBoolean() || Forms.isForm(Optional.of(payload.path("card")));
    }

    /** As a posting keeps it. */
    static String drawn(Reply reply, String id) {
        Card card = reply.card();
        ObjectNode payload = Json.object().put("text", card.headline().plain());
        if (card.blocks().stream().anyMatch(Block.Form.class::isInstance)) {
            payload.put(ASKS, true);
        }
        return payload.set("card", AdaptiveDraw.card(card, id)).toString();
    }
}
