package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SocketModeTest {
    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance().build();

    private final FakeSlack fake = new FakeSlack(API);
    private final Rehearsal bot = new Rehearsal();
    private FakeSocket socket;
    private SlackServer slack;
    private SocketMode mode;

    @BeforeEach
    void begin() throws InterruptedException {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true}")));
        socket = FakeSocket.open();
        fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"" + socket.url() + "\"}");
        slack = new SlackServer(bot, Map.of("slack.bot-token", "xoxb-test", "slack.api-url", API.baseUrl() + "/api/"));
        bot.speakThrough(slack.messenger());
        bot.beginAnew(incoming -> List.of(Cards.privately("Now: 1 bet.")));
        Duration soon = Duration.ofMillis(50);
        mode = slack.socketMode("xapp-test", new SocketMode.Rhythm(soon, soon, soon));
    }

    @AfterEach
    void end() throws Exception {
        mode.close();
        slack.close();
        socket.stop();
    }

    @Test
    void a_command_is_answered_in_its_acknowledgement() {
        mode.start();
        socket.send(envelope("slash_commands", "e1", command("t1")).put("accepts_response_payload", true));

        JsonNode acknowledgement = socket.next();
        assertEquals("e1", acknowledgement.path("envelope_id").asText());
        assertEquals("Now: 1 bet.", acknowledgement.at("/payload/text").asText());
        assertEquals("command:t1", bot.heard().get(0).delivery());
    }

    @Test
    void mentions_taps_and_forms_come_the_same_way() {
        mode.start();
        socket.send(envelope("events_api", "e1", Payloads.event("Ev1", Payloads.mention("<@UBOT> now"))));
        assertEquals("{\"envelope_id\":\"e1\"}", socket.next().toString());
        socket.send(envelope("interactive", "e2", Payloads.tap("ask:t:0", "now", "trig", API.baseUrl() + "/hook")));
        assertEquals("e2", socket.next().path("envelope_id").asText());
        assertEquals(
                List.of("event:Ev1", "tap:trig:1763632801.000000"),
                bot.heard().stream().map(heard -> heard.delivery()).toList());
        Awaited.until(() -> assertEquals("Now: 1 bet.", fake.hookedText()));
    }

    @Test
    void what_cannot_be_persisted_is_not_acknowledged_and_junk_is() {
        mode.start();
        bot.goAway();
        socket.send(envelope("events_api", "e1", Payloads.event("Ev1", Payloads.mention("<@UBOT> now"))));
        socket.sendText("junk");
        socket.sendText("{\"type\":\"hello\"}");
        socket.send(envelope("events_api", "e2", Json.object().put("type", "unheard_of")));
        assertEquals("e2", socket.next().path("envelope_id").asText());
    }

    @Test
    void a_slow_answer_keeps_no_other_waiting() {
        mode.start();
        java.util.concurrent.CountDownLatch go = new java.util.concurrent.CountDownLatch(1);
        bot.onAccept(incoming -> {
            if (incoming.delivery().equals("command:slow")) {
                go.await();
            }
        });
        socket.send(envelope("slash_commands", "e1", command("slow")));
        socket.send(envelope("slash_commands", "e2", command("fast")));
        assertEquals("e2", socket.next().path("envelope_id").asText());
        go.countDown();
        assertEquals("e1", socket.next().path("envelope_id").asText());
    }

    @Test
    void a_refusal_at_first_is_not_the_end() {
        fake.refuses("apps.connections.open", "internal_error");
        mode.start();
        Awaited.until(() -> assertTrue(fake.calls("apps.connections.open").size() > 1));
        assertFalse(socket.isConnected());
        fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"" + socket.url() + "\"}");
        socket.send(envelope("slash_commands", "e1", command("t1")));
        assertEquals("e1", socket.next().path("envelope_id").asText());
    }

    @Test
    void a_lost_connection_is_opened_again() {
        mode.start();
        socket.drop();
        Awaited.until(() -> assertEquals(2, fake.calls("apps.connections.open").size()));
        socket.send(envelope("slash_commands", "e1", command("t1")));
        assertEquals("e1", socket.next().path("envelope_id").asText());
    }

    private static ObjectNode envelope(String type, String id, JsonNode payload) {
        return Json.object().put("type", type).put("envelope_id", id).set("payload", payload);
    }

    private static ObjectNode command(String trigger) {
        ObjectNode command = Json.object();
        Payloads.command("now", trigger, API.baseUrl() + "/hook").forEach(command::put);
        return command;
    }
}
