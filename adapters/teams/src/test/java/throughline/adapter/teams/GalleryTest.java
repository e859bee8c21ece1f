package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import throughline.core.assistant.Gallery;
import throughline.core.card.ApprovedGallery;
import throughline.core.card.Card;

class GalleryTest {
    @Test
    void every_card_looks_as_approved() throws IOException {
        Map<String, String> drawn = new LinkedHashMap<>();
        for (Map.Entry<String, Card> shown : Gallery.cards().entrySet()) {
            Card card = shown.getValue();
            drawn.put(shown.getKey() + ".json", pretty(AdaptiveDraw.card(card, "t1.0")));
        }
        ApprovedGallery.assertHolds(drawn);
    }

    private static String pretty(JsonNode node) {
        return node.toPrettyString() + "\n";
    }
}
