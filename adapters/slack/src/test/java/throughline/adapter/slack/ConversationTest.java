package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Review;

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
    void a_request_is_one_modal_from_a_message_to_the_receipt() {
        slack.interaction(Payloads.shortcut("request", "SAML sign-in for subsidiaries", "t1", hook)
                .toString());
        Awaited.until(() -> fake.only("views.open"));
        JsonNode view = Json.read(fake.only("views.open").get("view"));
        List<String> steps = new ArrayList<>();
        while (!view.isMissingNode()) {
            Asked asked = Asked.read(view.path("private_metadata").asText());
            String step = asked.value().replaceAll(".*\\.(\\w+).*", "$1");
            steps.add(step);
            assertTrue(steps.size() < 9, steps::toString);
            view = step.equals("alike") ? different(view) : next(view, step, steps.size());
        }
        assertEquals(List.of("okr", "estimate", "swap", "send"), steps, "the message tells what is asked for");
        FeatureRequest filed =
                office.store.load("").roadmap().requests().stream().findFirst().orElseThrow();
        assertEquals(FeatureRequest.Swap.CANT_CHOOSE, filed.swap());
        Awaited.until(() -> assertTrue(
                fake.calls("chat.postMessage").stream().anyMatch(call -> "UMAYA".equals(call.get("channel")))));
        assertEquals(1, fake.calls("views.open").size());
    }

    private JsonNode next(JsonNode view, String step, int number) {
        String metadata = view.path("private_metadata").asText();
        ObjectNode submission = switch (step) {
            case "tell" -> Payloads.submission(metadata, "title", "SAML sign-in for subsidiaries");
            case "okr" -> Payloads.submission(metadata, "okr", "O1");
            case "estimate" -> Payloads.submission(metadata, "movement", "1-3 points");
            case "swap" -> Payloads.submission(metadata, "out", "cant");
            default -> Payloads.submission(metadata, "change", "");
        };
        submission.withObject("/view").put("hash", "h" + number);
        String body = slack.interaction(submission.toString()).body();
        assertTrue(body.isEmpty() || !Json.read(body).has("errors"), body);
        return body.isEmpty() ? MissingNode.getInstance() : Json.read(body).path("view");
    }

    /** The button in the modal. */
    private JsonNode different(JsonNode view) {
        return tapped(view, "Mine is different");
    }

    private JsonNode tapped(JsonNode view, String label) {
        return tapped("U1", view, label);
    }

    private JsonNode tapped(String user, JsonNode view, String label) {
        int before = fake.calls("views.update").size();
        JsonNode button = view.findParents("action_id").stream()
                .filter(element -> element.at("/text/text").asText().equals(label))
                .findFirst()
                .orElseThrow();
        ObjectNode tap = Payloads.tap(
                button.path("action_id").asText(), button.path("value").asText(), "tap " + label + before, hook);
        by(user, tap).remove("channel");
        tap.remove("message");
        tap.remove("response_url");
        tap.putObject("container").put("type", "view").put("view_id", "V1");
        tap.putObject("view")
                .put("id", "V1")
                .put("private_metadata", view.path("private_metadata").asText());
        slack.interaction(tap.toString());
        Awaited.until(() -> assertEquals(before + 1, fake.calls("views.update").size()));
        return Json.read(fake.calls("views.update").get(before).get("view"));
    }

    @Test
    void a_modal_goes_back_and_tells_that_it_was_left() {
        assertTrue(command("request SAML sign-in for subsidiaries", "t1").isMissingNode());
        Awaited.until(() -> fake.only("views.open"));
        JsonNode okr = Json.read(fake.only("views.open").get("view"));
        okr = okr.toString().contains(".tell") ? next(okr, "tell", 1) : okr;
        okr = okr.toString().contains(".alike") ? different(okr) : okr;
        JsonNode back = tapped(okr, "Back");
        assertTrue(back.toString().contains("SAML sign-in"), back::toString);
        JsonNode left = tapped(back, "Cancel");
        assertTrue(left.toString().contains("Nothing was filed."), left::toString);
        assertFalse(left.has("submit"));
    }

    /** Begun with the button that a reminder has; each is recorded by the form or by the button for what is usual. */
    @Test
    void a_quarter_is_reviewed_in_one_modal_and_closed_with_a_button() {
        slack.interaction(by("UMAYA", Payloads.tap("ask:t1:0", "review 2026-Q4 start", "t1", hook))
                .toString());
        Awaited.until(() -> fake.only("views.open"));
        JsonNode view = Json.read(fake.only("views.open").get("view"));
        int reviewed = 0;
        while (view.has("submit")) {
            view = reviewed++ % 2 == 0 ? recorded(view, reviewed) : tapped("UMAYA", view, "Keep going");
            assertTrue(reviewed < 9, view::toString);
        }
        Awaited.until(() -> assertEquals(1, fake.hooked().size()));
        String end = fake.hooked().get(0).toString();
        assertTrue(end.contains("All 5 are reviewed. Close Q4?") && end.contains("review 2026-Q4 close"), end);
        slack.interaction(by("UMAYA", Payloads.tap("ask:t1:0", "review 2026-Q4 close", "t2", hook))
                .toString());
        Awaited.until(() -> assertEquals(2, fake.hooked().size()));
        String closed = fake.hooked().get(1).toString();
        assertTrue(closed.contains("Q4 2026 is reviewed: 5 keep going."), closed);
        Review review = office.store
                .load("")
                .roadmap()
                .review(Acme.MAYA, Quarter.of("2026-Q4").orElseThrow())
                .orElseThrow();
        assertEquals(reviewed, review.findings().size());
        assertEquals(Optional.of("as planned"), review.findings().get(0).learned());
        assertTrue(review.closed().isPresent());
        assertEquals(List.of(), fake.calls("chat.postMessage"), "nobody else sees it");
    }

    private JsonNode recorded(JsonNode view, int number) {
        ObjectNode submission =
                by("UMAYA", Payloads.submission(view.path("private_metadata").asText(), "learned", "as planned"));
        submission
                .withObject("/view/state/values/verdict/verdict")
                .put("type", "radio_buttons")
                .putObject("selected_option")
                .put("value", "keep");
        submission.withObject("/view").put("hash", "r" + number);
        String body = slack.interaction(submission.toString()).body();
        assertTrue(body.isEmpty() || !Json.read(body).has("errors"), body);
        return body.isEmpty() ? MissingNode.getInstance() : Json.read(body).path("view");
    }

    private static ObjectNode by(String user, ObjectNode payload) {
        payload.withObject("/user").put("id", user);
        return payload;
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
