package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;

class OpenRequestsTest {
    private static final String FORM = "{\"text\":\"Which one?\",\"card\":{\"body\":[{\"type\":\"Input.Text\"}]}}";
    private static final String WORDS = "{\"text\":\"Done.\",\"card\":{\"body\":[{\"type\":\"TextBlock\"}]}}";

    private final OpenRequests requests = new OpenRequests();

    private static Posting posting(String payload, String returnPath) {
        Place place = new Place("teams", "a:1", Optional.empty(), Place.Reach.DIRECT);
        return new Posting("t1.0", place, "", payload, returnPath);
    }

    @Test
    void a_dialog_takes_the_next_form_and_leaves_words_to_the_chat() {
        try (OpenRequests.Open dialog = requests.begin(true)) {
            assertFalse(requests.takesForm(posting(WORDS, dialog.returnPath())));
            assertTrue(requests.takesForm(posting(FORM, dialog.returnPath())));
            assertFalse(requests.takesForm(posting(FORM, dialog.returnPath())), "one at a time");
            assertEquals(
                    "Input.Text", dialog.form().orElseThrow().at("/body/0/type").asText());
        }
    }

    @Test
    void a_dialog_takes_a_step_that_needs_nothing_filled_in() {
        try (OpenRequests.Open dialog = requests.begin(true)) {
            assertTrue(requests.takesForm(
                    posting(WORDS.replace("{\"text\"", "{\"asks\":true,\"text\""), dialog.returnPath())));
        }
    }

    @Test
    void a_button_takes_a_line_and_no_form() {
        try (OpenRequests.Open button = requests.begin(false)) {
            assertFalse(requests.takesForm(posting(FORM, button.returnPath())));
            assertTrue(requests.takesLine(button.returnPath(), "Sent."));
            assertEquals(Optional.of("Sent."), button.line());
        }
    }

    @Test
    void what_comes_too_late_goes_to_the_chat() {
        OpenRequests.Open dialog = requests.begin(true);
        dialog.close();
        assertFalse(requests.takesForm(posting(FORM, dialog.returnPath())));
        assertFalse(requests.takesLine(dialog.returnPath(), "Sent."));
        assertFalse(requests.takesLine("", "Sent."));
    }
}
