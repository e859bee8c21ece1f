package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static TeamsChat chat;

    @BeforeAll
    static void open() {
        chat = TeamsChat.local();
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    @BeforeEach
    void beginAnew() {
        chat.beginAnew();
    }

    @Test
    void a_personal_message_is_answered_there() {
        assertEquals(
                202,
                chat.deliver(chat.message("m1", Activities.PERSONAL, "now")).statusCode());
        List<JsonNode> sent = chat.sent(Activities.PERSONAL, 1);
        assertEquals(1, sent.size());
        assertTrue(sent.get(0).path("summary").asText().startsWith("Now"), sent.toString());
        assertEquals(
                "application/vnd.microsoft.card.adaptive",
                sent.get(0).at("/attachments/0/contentType").asText());
        assertEquals("1.5", sent.get(0).at("/attachments/0/content/version").asText());
    }
}
