package throughline.adapter.slack;

import org.junit.jupiter.api.Test;
import throughline.core.assistant.PublicCards;

class PublicViewTest {
    @Test
    void no_public_view_gives_anything_away_in_a_message() {
        PublicCards.assertDiscreet(card -> BlockDraw.message(card, "m").toString());
    }
}
