package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Place.Reach;
import throughline.core.conversation.Reply;

class InteractionTest {
    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance().build();

    private static final Rehearsal BOT = new Rehearsal();
    private static SlackServer slack;
    private final FakeSlack fake = new FakeSlack(API);
    private String hook;

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
        hook = API.baseUrl() + "/hook";
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true}")));
        BOT.beginAnew(InteractionTest::asksUntilItIsMeasurable);
    }

    private static List<Reply> asksUntilItIsMeasurable(Incoming incoming) {
        if (!(incoming.input() instanceof Input.Tapped tapped)) {
            return List.of(Cards.asking("Which metric?", "R1", Optional.empty()));
        }
        return switch (tapped.input("metric")) {
            case "" -> List.of(Cards.asking("Which metric?", "R1", Optional.empty()));
            case "vibes" -> List.of(Cards.asking("Which metric?", "R1", Optional.of("Name a number.")));
            case "wrong" ->
                List.of(Cards.wrong("Which metric?", "R1", Map.of("metric", "Too vague.", "target", "Not a number.")));
            case "next" -> List.of(Cards.asking("And which KR?", "R2", Optional.empty()));
            case "public" -> List.of(Cards.openly("Recorded."));
            default -> List.of(Cards.privately("Recorded."));
        };
    }

    @Test
    void a_tap_is_acknowledged_and_answered_by_the_return_address() {
        BOT.beginAnew(incoming -> List.of(Cards.privately("All of them.")));
        var answer = slack.interaction(
                Payloads.tap("ask:t1.0:0", "now all", "trig", hook).toString());

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        Awaited.until(() -> assertEquals("All of them.", fake.hookedText()));
        assertEquals(false, fake.hooked().get(0).path("replace_original").asBoolean(true));
        assertEquals(
                new Input.Tapped("ask", "now all", "t1.0", Map.of()),
                BOT.heard().get(0).input());
        assertEquals(
                new Place("slack", "C1", Optional.of("1763632800.000300"), Reach.INTERNAL),
                BOT.heard().get(0).place());
    }

    @Test
    void what_one_person_sees_alone_opens_no_thread() {
        ObjectNode tap = Payloads.tap("share:t1.0:0", "now", "trig", hook);
        tap.withObject("/container").put("is_ephemeral", true);
        slack.interaction(tap.toString());
        assertEquals(Optional.empty(), BOT.heard().get(0).place().thread());
    }

    @Test
    void a_tap_that_is_delivered_twice_is_one() {
        BOT.beginAnew(incoming -> List.of(Cards.openly("Shared.")));
        String tap = Payloads.tap("share:t1.0:0", "now", "trig", hook).toString();
        slack.interaction(tap);
        slack.interaction(tap + " ");

        Awaited.until(
                () -> assertEquals("Shared.", fake.only("chat.postMessage").get("text")));
        assertEquals(1, BOT.heard().size());
    }

    @Test
    void a_message_shortcut_asks_what_the_message_serves_and_its_person_alone_is_told() {
        BOT.beginAnew(incoming -> List.of(Cards.privately("No line.")));
        String shortcut = Payloads.shortcut("which_okr", "Ship <https://x.example|SSO> &amp; SCIM", "trig", hook)
                .toString();

        assertEquals("", slack.interaction(shortcut).body());
        slack.interaction(shortcut + " ");

        Awaited.until(() -> assertEquals("No line.", fake.hookedText()));
        JsonNode told = fake.hooked().get(0);
        assertEquals("ephemeral", told.path("response_type").asText());
        assertEquals("1763632800.000100", told.path("thread_ts").asText());
        assertEquals(1, BOT.heard().size());
        assertEquals(
                new Input.Said("which-okr this: Ship SSO & SCIM", Input.Manner.COMMAND),
                BOT.heard().get(0).input());
    }

    @Test
    void a_shortcut_on_a_message_without_words_asks_what_is_meant_and_a_foreign_one_nothing() {
        BOT.beginAnew(incoming -> List.of(Cards.privately("Which one?")));
        slack.interaction(Payloads.shortcut("which_okr", "", "trig1", hook).toString());
        slack.interaction(Payloads.shortcut("other", "x", "trig2", hook).toString());
        assertEquals(
                List.of(new Input.Said("which-okr", Input.Manner.COMMAND)),
                BOT.heard().stream().map(Incoming::input).toList());
    }

    @Test
    void a_message_becomes_a_request_of_the_person_alone() {
        BOT.beginAnew(incoming -> List.of(Cards.privately("Which objective?")));
        slack.interaction(Payloads.shortcut("request", "Ship <https://x.example|SSO> &amp; SCIM", "trig", hook)
                .toString());
        Awaited.until(() -> assertEquals("Which objective?", fake.hookedText()));
        assertEquals(
                new Input.Said("request Ship SSO & SCIM", Input.Manner.COMMAND),
                BOT.heard().get(0).input());
        assertEquals(Optional.empty(), BOT.heard().get(0).place().thread(), "a thread is everybody's");
    }

    @Test
    void elements_that_are_no_buttons_of_ours_are_acknowledged() {
        ObjectNode chosen = Payloads.tap("metric", "", "trig", hook);
        assertEquals(200, slack.interaction(chosen.toString()).statusCode());
        assertEquals(List.of(), BOT.heard());
    }

    @Test
    void when_the_store_is_away_the_person_is_told() {
        BOT.goAway();
        assertEquals(
                200,
                slack.interaction(Payloads.tap("ask:t:0", "", "trig", hook).toString())
                        .statusCode());
        Awaited.until(() -> assertEquals(Desk.AWAY, fake.hookedText()));

        var command = slack.command(Payloads.command("now", "trig", hook));
        assertEquals(Desk.AWAY, Json.read(command.body()).path("text").asText());

        JsonNode view = Json.read(submit("vibes", metadata()).body());
        assertEquals(Desk.AWAY, view.at("/errors/metric").asText());
    }

    @Test
    void a_form_is_opened_corrected_and_sent() {
        var command = slack.command(Payloads.command("add", "trig", hook));
        assertEquals("", command.body());
        Awaited.until(() -> fake.only("views.open"));
        String metadata = Json.read(fake.only("views.open").get("view"))
                .path("private_metadata")
                .asText();

        JsonNode refused = Json.read(submit("vibes", metadata).body());
        assertEquals("errors", refused.path("response_action").asText());
        assertEquals("Name a number.", refused.at("/errors/metric").asText());

        var accepted = submit("activation rate", metadata);
        assertEquals(200, accepted.statusCode());
        assertEquals("", accepted.body());
        Awaited.until(() -> assertEquals("Recorded.", fake.hookedText()));
    }

    @Test
    void every_field_with_a_problem_tells_it() {
        JsonNode refused = Json.read(submit("wrong", metadata()).body());
        assertEquals("errors", refused.path("response_action").asText());
        assertEquals("Too vague.", refused.at("/errors/metric").asText());
        assertEquals("Not a number.", refused.at("/errors/target").asText());
    }

    @Test
    void the_second_button_of_a_modal_brings_what_is_filled_in_and_its_answer_takes_the_place() {
        ObjectNode tap = Payloads.tap("fill:t1.0:0", "R1 more", "trig", hook);
        tap.remove("channel");
        tap.remove("message");
        tap.remove("response_url");
        tap.putObject("container").put("type", "view").put("view_id", "V7");
        ObjectNode view = tap.putObject("view").put("id", "V7").put("private_metadata", metadata());
        view.putObject("state")
                .putObject("values")
                .putObject("metric")
                .putObject("metric")
                .put("type", "plain_text_input")
                .put("value", "next");

        assertEquals(200, slack.interaction(tap.toString()).statusCode());

        Awaited.until(() -> assertEquals("V7", fake.only("views.update").get("view_id")));
        Input.Tapped heard = (Input.Tapped) BOT.heard().get(0).input();
        assertEquals("R1 more", heard.value());
        assertEquals("next", heard.input("metric"));
        assertEquals("C1", BOT.heard().get(0).place().channel());
    }

    @Test
    void the_next_form_takes_the_place_of_the_first() {
        JsonNode next = Json.read(submit("next", metadata()).body());
        assertEquals("update", next.path("response_action").asText());
        Asked asked = Asked.read(next.at("/view/private_metadata").asText());
        assertEquals("R2", asked.value());
        assertEquals("C1", asked.place().channel());
    }

    @Test
    void what_a_form_brings_to_everybody_goes_where_it_was_asked() {
        submit("public", metadata());
        Awaited.until(() -> assertEquals("C1", fake.only("chat.postMessage").get("channel")));
        assertEquals("1.2", fake.only("chat.postMessage").get("thread_ts"));
    }

    @Test
    void a_form_with_foreign_metadata_is_refused() {
        assertEquals(400, submit("x", "junk").statusCode());
        assertEquals(400, submit("x", "{}").statusCode());
        assertTrue(BOT.heard().isEmpty());
    }

    private String metadata() {
        Place place = new Place("slack", "C1", Optional.of("1.2"), Reach.INTERNAL);
        return new Asked(place, hook, "t1.0", "fill", "R1").metadata().orElseThrow();
    }

    private java.net.http.HttpResponse<String> submit(String filledIn, String metadata) {
        return slack.interaction(
                Payloads.submission(metadata, "metric", filledIn).toString());
    }
}
