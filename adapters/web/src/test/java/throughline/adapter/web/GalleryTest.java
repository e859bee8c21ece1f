package throughline.adapter.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import throughline.core.assistant.Gallery;
import throughline.core.card.ApprovedGallery;

class GalleryTest {
    @Test
    void every_card_looks_as_approved() throws IOException {
        Map<String, String> drawn = new LinkedHashMap<>();
        Gallery.cards().forEach((name, card) -> drawn.put(name + ".html", lines(HtmlDraw.of(card))));
        ApprovedGallery.assertHolds(drawn);
    }

    /** A line for each element that stands on its own, to be read in a difference. */
    private static String lines(String html) {
        return html.replaceAll("(?=<(p|ul|li|dl|div|form|fieldset|label|button|option)[ >])", "\n")
                        .strip() + "\n";
    }
}
