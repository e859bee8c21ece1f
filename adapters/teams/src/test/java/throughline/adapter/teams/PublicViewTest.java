package throughline.adapter.teams;

import org.junit.jupiter.api.Test;
import throughline.core.assistant.PublicCards;

class PublicViewTest {
    @Test
    void no_public_view_gives_anything_away_in_a_card() {
        PublicCards.assertDiscreet(card -> AdaptiveDraw.card(card, "m").toString());
    }
}
