package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Input.Manner;
import throughline.core.conversation.Place;
import throughline.core.conversation.Place.Reach;

class EventTest {
    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance().build();

    private static final Rehearsal BOT = new Rehearsal();
    private static SlackServer slack;
    private final FakeSlack fake = new FakeSlack(API);

    @BeforeAll
    static void open() {
        slack = SlackServer.of(BOT, API.baseUrl() + "/api/");
    }

    @AfterAll
    static void close() {
        slack.close();
    }

    @AfterEach
    void end() {
        BOT.settle();
    }

    @BeforeEach
    void begin() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true}")));
        BOT.beginAnew(incoming -> List.of(Cards.openly("Now: 1 bet.")));
    }

    @Test
    void a_mention_is_answered_in_its_thread() {
        assertEquals(200, send("Ev1", Payloads.mention("<@UBOT> which OKR does A &amp; B serve?")));

        Awaited.until(() ->
                assertEquals("1763632800.000100", fake.only("chat.postMessage").get("thread_ts")));
        Incoming heard = only();
        assertEquals(new Input.Said("which OKR does A & B serve?", Manner.OPEN), heard.input());
        assertEquals(new Place("slack", "C1", Optional.of("1763632800.000100"), Reach.INTERNAL), heard.place());
        assertEquals("event:Ev1", heard.delivery());
    }

    @Test
    void a_mention_in_a_thread_stays_there() {
        send("Ev1", Payloads.mention("<@UBOT> now").put("thread_ts", "1763632700.000100"));
        assertEquals(Optional.of("1763632700.000100"), only().place().thread());
    }

    @Test
    void a_direct_message_is_answered_there() {
        send("Ev1", Payloads.message("now"));

        Awaited.until(() -> assertEquals("D1", fake.only("chat.postMessage").get("channel")));
        assertEquals(new Place("slack", "D1", Optional.empty(), Reach.DIRECT), only().place());
        assertEquals(new Input.Said("now", Manner.OPEN), only().input());
    }

    @Test
    void a_channel_that_is_shared_with_others_is_external() {
        ObjectNode event = Payloads.event("Ev1", Payloads.mention("<@UBOT> now").put("team", "T2"));
        slack.event(event.put("is_ext_shared_channel", true).toString());

        assertEquals(Reach.EXTERNAL, only().place().reach());
        assertEquals("T2/U1", only().account().id());
    }

    @Test
    void a_retry_is_answered_once() {
        String body =
                Payloads.event("EvRetried", Payloads.mention("<@UBOT> now")).toString();
        assertEquals(200, slack.event(body).statusCode());
        var retry = slack.signedRequest(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/json")
                .header("X-Slack-Retry-Num", "1")
                .header("X-Slack-Retry-Reason", "http_timeout");
        assertEquals(200, slack.send(retry).statusCode());
        assertEquals(200, slack.send(retry).statusCode());

        Awaited.until(() -> assertEquals(1, fake.calls("chat.postMessage").size()));
        assertEquals(1, BOT.heard().size());
    }

    @Test
    void what_cannot_be_persisted_is_not_acknowledged() {
        BOT.goAway();
        assertEquals(503, send("Ev1", Payloads.mention("<@UBOT> now")));
    }

    static List<ObjectNode> others() {
        return List.of(
                Payloads.message("x").put("bot_id", "B1"),
                Payloads.message("x").put("user", "UBOT"),
                Payloads.message("x").put("subtype", "message_changed"),
                Payloads.message("x").put("subtype", "bot_message"),
                Payloads.message("x").put("channel_type", "channel").put("channel", "C1"),
                Payloads.message("x").put("channel_type", "group"),
                Payloads.message("x")
                        .set("edited", Json.object().put("user", "U1").put("ts", "1")),
                Payloads.mention("x").put("bot_id", "B1"),
                Payloads.mention("x").put("user", "UBOT"),
                Payloads.mention("x").put("channel", "D1"),
                Json.object().put("type", "reaction_added").put("user", "U1"),
                Json.object().put("type", "app_home_opened").put("user", "U1"),
                Json.object());
    }

    @ParameterizedTest
    @MethodSource("others")
    void what_is_not_meant_for_the_bot_is_acknowledged_and_forgotten(ObjectNode event) {
        assertEquals(200, send("Ev1", event));
        assertEquals(List.of(), BOT.heard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shortcut", "message_action", "view_closed", "block_suggestion", "unheard_of"})
    void unknown_interactions_are_acknowledged_and_forgotten(String type) {
        assertEquals(
                200,
                slack.interaction(Json.object().put("type", type).toString()).statusCode());
    }

    @Test
    void slack_may_look_whether_somebody_is_there() {
        var answer = slack.event("{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZbrw1a\"}");
        assertEquals(200, answer.statusCode());
        assertEquals("3eZbrw1a", answer.body());
        assertEquals(200, slack.command(Map.of("ssl_check", "1", "token", "t")).statusCode());
    }

    private static int send(String id, ObjectNode event) {
        return slack.event(Payloads.event(id, event).toString()).statusCode();
    }

    private static Incoming only() {
        assertEquals(1, BOT.heard().size());
        return BOT.heard().get(0);
    }
}
