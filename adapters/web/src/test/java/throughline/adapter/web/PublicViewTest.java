package throughline.adapter.web;

import org.junit.jupiter.api.Test;
import throughline.core.assistant.PublicCards;

class PublicViewTest {
    @Test
    void no_public_view_gives_anything_away_in_a_page() {
        PublicCards.assertDiscreet(HtmlDraw::of);
    }

    @Test
    void no_public_view_gives_anything_away_in_json() {
        PublicCards.assertDiscreet(card -> JsonDraw.of(card).toString());
    }
}
