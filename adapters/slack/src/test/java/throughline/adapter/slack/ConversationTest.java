package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;

/** The real bot in Slack. */
class ConversationTest {
    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance().build();

    private final FakeSlack fake = new FakeSlack(API);
    private final Office office = new Office();
    private SlackServer slack;
    private String hook;

    @BeforeEach
    void begin() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true}")));
        new FakeSlack(API).vouchesForAll();
        hook = API.baseUrl() + "/hook";
        slack = new SlackServer(
                office, Map.of("slack.bot-token", "xoxb-test", "slack.api-url", API.baseUrl() + "/api/"));
        office.speakThrough(slack.messenger());
    }

    @AfterEach
    void end() {
        slack.close();
    }

    @Test
    void a_command_is_answered_first_and_ever_after() {
        JsonNode first = command("now", "t1");
        JsonNode second = command("now", "t2");

        assertTrue(first.path("text").asText().startsWith("Now"), first::toString);
        assertEquals(first.path("text"), second.path("text"));
        assertEquals("ephemeral", second.path("response_type").asText());
        assertEquals(List.of(), fake.calls("chat.postMessage"));
    }

    @Test
    void a_question_in_a_channel_is_answered_in_its_thread_and_once() {
        String body = Payloads.event("Ev1", Payloads.mention("<@UBOT> which OKR does I12 serve?"))
                .toString();
        slack.event(body);
        slack.event(body + " ");

        Awaited.until(() -> fake.only("chat.postMessage"));
        String answer = fake.only("chat.postMessage").get("text");
        assertEquals(
                "I can draw no line from this to an OKR.",
                answer.lines().findFirst().orElseThrow());
        assertEquals("1763632800.000100", fake.only("chat.postMessage").get("thread_ts"));
    }

    @Test
    void a_line_is_recorded_with_a_form() {
        assertTrue(command("link faster search", "t1").isMissingNode());
        Awaited.until(() -> fake.only("views.open"));
        JsonNode view = Json.read(fake.only("views.open").get("view"));
        String metadata = view.path("private_metadata").asText();

        JsonNode refused = Json.read(slack.interaction(
                        Payloads.submission(metadata, "key_result", "").toString())
                .body());
        assertEquals("errors", refused.path("response_action").asText(), refused::toString);
        assertEquals(
                "Choose the key result that it serves.",
                refused.at("/errors/key_result").asText());

        slack.interaction(Payloads.submission(metadata, "key_result", "O1-KR1").toString());
        Awaited.until(() -> assertEquals(
                1, fake.hooked().size() + fake.calls("chat.postMessage").size()));
        assertEquals(
                "[O1-KR1]",
                office.store
                        .load("")
                        .roadmap()
                        .find(new ItemId("I12"), Initiative.class)
                        .orElseThrow()
                        .serves()
                        .toString());
    }

    @Test
    void a_question_reaches_its_owner_and_the_asker_is_told_so() {
        JsonNode answer = command("ask-owner I3: Does it work offline?", "t1");
        Awaited.until(() -> fake.only("chat.postMessage"));
        var told = fake.only("chat.postMessage");
        assertEquals("UMAYA", told.get("channel"));
        assertTrue(told.get("text").contains("asks about Guided setup (I3)."), told::toString);
        assertTrue(told.get("blocks").contains("answer Q1"), told::toString);
        assertTrue(answer.path("text").asText().startsWith("Maya Lind has your question (Q1)."), answer::toString);
    }

    private JsonNode command(String text, String trigger) {
        String body = slack.command(Payloads.command(text, trigger, hook)).body();
        return body.isEmpty() ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : Json.read(body);
    }
}
