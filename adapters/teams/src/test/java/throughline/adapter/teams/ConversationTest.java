package throughline.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.roadmap.Acme;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Review;

/** Conversations with the real bot, as Teams' documentation shows them. */
class ConversationTest {
    private final TeamsChat chat = TeamsChat.local();

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_personal_message_is_answered_there() {
        assertEquals(202, say("m1", Activities.PERSONAL, "now").statusCode());
        List<JsonNode> sent = chat.sent(Activities.PERSONAL, 1);
        assertTrue(sent.get(0).path("summary").asText().startsWith("Now"), sent.toString());
        assertEquals(
                "application/vnd.microsoft.card.adaptive",
                sent.get(0).at("/attachments/0/contentType").asText());
        assertEquals("1.5", sent.get(0).at("/attachments/0/content/version").asText());
        assertTrue(sent.get(0).path("text").isMissingNode(), "the card says it all");
    }

    @Test
    void a_mention_in_a_group_is_answered_to_all() {
        chat.deliver(Activities.mentioning(chat.message("m1", Activities.GROUP, "who owns guided setup?")));
        assertEquals(1, chat.sent(Activities.GROUP, 1).size());
    }

    @Test
    void a_mention_in_a_channel_is_answered_in_its_thread() {
        chat.deliver(
                Activities.mentioning(chat.message("m1", Activities.CHANNEL, "which OKR does guided setup serve?")));
        JsonNode answer = chat.sent(Activities.CHANNEL, 1).get(0);
        assertTrue(answer.path("summary").asText().startsWith("Guided setup (I3) serves"), answer.toString());
    }

    @Test
    void a_command_in_a_channel_is_answered_privately_and_a_line_says_so() {
        say("m1", Activities.PERSONAL, "help");
        chat.sent(Activities.PERSONAL, 1);
        chat.deliver(Activities.mentioning(chat.message("m2", Activities.CHANNEL, "/roadmap now")));
        assertEquals(2, chat.sent(Activities.PERSONAL, 2).size());
        assertEquals(
                "I sent the answer to your personal chat, where only you see it.",
                chat.sent(Activities.CHANNEL, 1).get(0).path("text").asText());
    }

    @Test
    void somebody_who_never_wrote_in_person_gets_a_conversation_opened() {
        chat.teams.stubFor(post(urlPathEqualTo("/teams/v3/conversations")).willReturn(okJson("{\"id\":\"a:new\"}")));
        chat.deliver(Activities.mentioning(chat.message("m1", Activities.CHANNEL, "/roadmap now")));
        assertEquals(1, chat.sent("a:new", 1).size());
        assertTrue(chat.sent(Activities.CHANNEL, 1).get(0).path("text").asText().contains("personal chat"));
    }

    @Test
    void a_question_reaches_the_owner_in_the_own_conversation() {
        chat.teams.stubFor(post(urlPathEqualTo("/teams/v3/conversations")).willReturn(okJson("{\"id\":\"a:maya\"}")));
        say("m1", Activities.PERSONAL, "ask-owner I3: Does it work offline?");
        JsonNode told = chat.sent("a:maya", 1).get(0);
        assertTrue(told.path("summary").asText().endsWith("asks about Guided setup (I3)."), told.toString());
        JsonNode answer = chat.sent(Activities.PERSONAL, 1).get(0);
        assertTrue(answer.path("summary").asText().startsWith("Maya Lind has your question"), answer.toString());
    }

    @Test
    void an_owner_without_the_app_is_told_to_the_asker() {
        chat.teams.stubFor(post(urlPathEqualTo("/teams/v3/conversations"))
                .willReturn(jsonResponse("{\"error\":{\"code\":\"ForbiddenOperationException\"}}", 403)));
        say("m1", Activities.PERSONAL, "ask-owner I3: Does it work offline?");
        JsonNode answer = chat.sent(Activities.PERSONAL, 1).get(0);
        assertTrue(answer.path("summary").asText().contains("I can't reach Maya Lind here"), answer.toString());
    }

    @Test
    void somebody_without_the_app_is_told_how_to_get_it_and_nothing_else() {
        chat.teams.stubFor(post(urlPathEqualTo("/teams/v3/conversations"))
                .willReturn(jsonResponse("{\"error\":{\"code\":\"ForbiddenOperationException\"}}", 403)));
        chat.deliver(Activities.mentioning(chat.message("m1", Activities.CHANNEL, "/roadmap now")));
        JsonNode line = chat.sent(Activities.CHANNEL, 1).get(0);
        assertTrue(line.path("text").asText().contains("add Throughline for yourself"), line.toString());
        assertFalse(line.has("attachments"), line.toString());
        assertEquals(1, chat.sent(Activities.CHANNEL).size());
    }

    @Test
    void a_message_that_comes_twice_is_answered_once() {
        say("m1", Activities.PERSONAL, "now");
        say("m1", Activities.PERSONAL, "now");
        say("m2", Activities.PERSONAL, "okrs");
        TeamsChat.await(() -> chat.store.inbox().waiting(java.time.Duration.ZERO), List::isEmpty);
        assertEquals(2, chat.sent(Activities.PERSONAL, 2).size());
    }

    @Test
    void a_button_changes_something_and_the_answer_is_a_message() {
        HttpResponse<String> response = execute("i1", "ask", Activities.data("link I12 O2-KR1", "t9.0#0"));
        assertEquals(200, response.statusCode());
        assertEquals(
                Json.own("{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\","
                        + "\"value\":\"I answered below.\"}"),
                Json.own(response.body()));
        assertTrue(recorded(), "the answer is there before the response");
    }

    @Test
    void a_resent_invoke_with_a_new_id_changes_nothing_and_is_answered_once() {
        ObjectNode data = Activities.data("link I12 O2-KR1", "t9.0#0");
        execute("i1", "ask", data);
        int facts = chat.store.log().size();
        HttpResponse<String> again = execute("i2", "ask", data);
        assertEquals(
                "I answered that a moment ago.",
                Json.own(again.body()).path("value").asText());
        assertEquals(facts, chat.store.log().size());
        assertEquals(1, chat.sent(Activities.PERSONAL).size());
        assertEquals("I answered below.", value(execute("i3", "ask", Activities.data("okrs", "t9.0#1"))));
    }

    @Test
    void a_form_is_sent_with_what_was_filled_in() {
        ObjectNode data = Activities.data("link I12", "t9.0#0")
                .put("key_result", "O2-KR1")
                .put("reason", "a, b");
        execute("i1", "fill", data);
        assertTrue(recorded());
        assertEquals(
                "a, b", chat.store.log().get(chat.store.log().size() - 1).why().orElseThrow());
    }

    @Test
    void a_submit_action_comes_as_a_message_and_is_a_tap() {
        ObjectNode message = Activities.from("maya", chat.message("m1", Activities.PERSONAL, ""));
        message.set("value", Activities.data("link I12 O2-KR1", "t9.0#0").put("verb", "ask"));
        assertEquals(202, chat.deliver(message).statusCode());
        chat.deliver(message.put("id", "m2"));
        chat.sent(Activities.PERSONAL, 1);
        assertTrue(recorded());
    }

    @Test
    void a_private_answer_to_a_button_in_a_channel_is_told_in_the_response() {
        chat.deliver(Activities.from("maya", chat.message("m1", Activities.PERSONAL, "help")));
        chat.sent(Activities.PERSONAL, 1);
        ObjectNode invoke = Activities.from(
                "maya",
                chat.invoke(
                        "i1",
                        Activities.CHANNEL,
                        "adaptiveCard/action",
                        Activities.execute("fill", Activities.data("link I12", "t9.0#0"))));
        assertEquals("I sent the answer to your personal chat, where only you see it.", value(chat.deliver(invoke)));
        assertEquals(2, chat.sent(Activities.PERSONAL).size());
        assertEquals(List.of(), chat.sent(Activities.CHANNEL));
    }

    @Test
    void a_dialog_shows_the_form_and_leaves_no_trace_in_the_chat() {
        JsonNode task = task("task/fetch", Activities.data("link I12", "t9.0#0").put("verb", "fill"));
        assertEquals("continue", task.path("type").asText());
        assertEquals("AdaptiveCard", task.at("/value/card/content/type").asText());
        assertEquals(List.of(), chat.sent(Activities.PERSONAL));
    }

    @Test
    void a_dialog_that_was_filled_in_wrongly_asks_again_and_then_records() {
        ObjectNode data = Activities.data("link I12", "t9.0#0").put("verb", "fill");
        int facts = chat.store.log().size();
        task("task/submit", data.deepCopy().put("key_result", ""));
        assertEquals(facts, chat.store.log().size());
        JsonNode done = task("task/submit", data.deepCopy().put("key_result", "O2-KR1"));
        assertEquals("message", done.path("type").asText());
        assertTrue(recorded());
    }

    /** Begun with the button that a reminder has; each is recorded by the form or by the button for what is usual. */
    @Test
    void a_quarter_is_reviewed_card_by_card_and_closed() {
        execute("r0", "ask", Activities.data("review 2026-Q4 start", "t9.0#0"));
        int reviewed = 0;
        for (JsonNode card = last(1); card.toString().contains("Record this"); card = last(1 + reviewed)) {
            boolean isFilledIn = reviewed++ % 2 == 0;
            JsonNode action = action(card, isFilledIn ? "Record this" : "Keep going");
            ObjectNode data = action.path("data").deepCopy();
            execute(
                    "r" + reviewed,
                    action.path("verb").asText(),
                    isFilledIn
                            ? data.put("verdict", "keep")
                                    .put("learned", "as planned")
                                    .put("result", "")
                            : data);
            assertTrue(reviewed < 9, card::toString);
        }
        JsonNode end = last(1 + reviewed);
        assertTrue(end.toString().contains("All " + reviewed + " are reviewed. Close Q4?"), end::toString);
        JsonNode close = action(end, "Close the review");
        execute("close", "ask", close.path("data").deepCopy());
        assertTrue(last(2 + reviewed).toString().contains("Q4 2026 is reviewed: " + reviewed + " keep going."));
        Review review = chat.store
                .load("")
                .roadmap()
                .review(Acme.MAYA, Quarter.of("2026-Q4").orElseThrow())
                .orElseThrow();
        assertEquals(reviewed, review.findings().size());
        assertEquals(Optional.of("as planned"), review.findings().get(0).learned());
        assertTrue(review.closed().isPresent());
    }

    private JsonNode last(int count) {
        return chat.sent(Activities.PERSONAL, count).get(count - 1);
    }

    private static JsonNode action(JsonNode message, String title) {
        return message.findParents("verb").stream()
                .filter(action -> action.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " in " + message));
    }

    @Test
    void a_message_becomes_a_request_in_one_dialog() {
        JsonNode task = requested("x0", "<p>SAML sign-in &amp; SCIM for subsidiaries</p>");
        assertTrue(task.toString().contains("Which objective does it accelerate?"), task::toString);
        task = submitted("x1", task, "okr", "O1");
        task = submitted("x2", task, "movement", "1-3 points");
        task = submitted("x3", task, "out", "cant");
        assertTrue(task.toString().contains("Your trade-off"), task::toString);
        JsonNode done = submitted("x4", task, "change", "");
        assertEquals("message", done.path("type").asText(), done::toString);
        FeatureRequest filed =
                chat.store.load("").roadmap().requests().stream().findFirst().orElseThrow();
        assertEquals("SAML sign-in & SCIM for subsidiaries", filed.title());
    }

    @Test
    void a_step_without_anything_to_fill_in_stays_in_the_dialog() {
        JsonNode task = requested("x0", "<p>Faster search</p>");
        assertTrue(task.toString().contains("looks like it already."), task::toString);
        task = submitted("x1", task, Json.object());
        assertTrue(task.toString().contains("What do you add to Faster search"), task::toString);
        task = submitted("x2", task, Json.object().put("customers", "Globex"));
        assertEquals("message", task.path("type").asText(), task::toString);
    }

    private JsonNode requested(String id, String html) {
        ObjectNode value = Json.object().put("commandId", "request").put("commandContext", "message");
        value.putObject("messagePayload")
                .putObject("body")
                .put("contentType", "html")
                .put("content", html);
        return extension(id, "composeExtension/fetchTask", value);
    }

    @Test
    void an_action_that_is_not_ours_is_not_taken_for_one() {
        JsonNode task =
                extension("x0", "composeExtension/fetchTask", Json.object().put("commandId", "other"));
        assertEquals("message", task.path("type").asText());
    }

    private JsonNode extension(String id, String name, JsonNode value) {
        return Json.own(chat.deliver(chat.invoke(id, Activities.CHANNEL, name, value))
                        .body())
                .path("task");
    }

    /** Sends the form that a dialog shows, with its first button. */
    private JsonNode submitted(String id, JsonNode task, String field, String filledIn) {
        return submitted(id, task, Json.object().put(field, filledIn));
    }

    private JsonNode submitted(String id, JsonNode task, ObjectNode filledIn) {
        assertEquals("continue", task.path("type").asText(), task::toString);
        JsonNode submit = task.findParents("type").stream()
                .filter(action -> action.path("type").asText().equals("Action.Submit"))
                .findFirst()
                .orElseThrow();
        ObjectNode data = submit.path("data").deepCopy();
        ObjectNode value = Json.object().put("commandId", "request").set("data", data.setAll(filledIn));
        return extension(id, "composeExtension/submitAction", value);
    }

    @Test
    void a_stored_reference_is_enough_to_write_first() {
        say("m1", Activities.PERSONAL, "help");
        chat.sent(Activities.PERSONAL, 1);
        Place place = new Place("teams", Activities.PERSONAL, Optional.empty(), Place.Reach.DIRECT);
        chat.messenger().post(new Posting("p1", place, "", "{\"text\":\"Monday.\",\"card\":{}}", ""));
        assertEquals(
                "Monday.",
                chat.sent(Activities.PERSONAL, 2).get(1).path("summary").asText());
    }

    @Test
    void the_newest_service_address_wins() {
        say("m1", Activities.PERSONAL, "help");
        chat.sent(Activities.PERSONAL, 1);
        chat.deliver(
                chat.message("m2", Activities.PERSONAL, "now").put("serviceUrl", chat.teams.baseUrl() + "/moved/"));
        String moved = chat.addresses.find("teams", Activities.PERSONAL).orElseThrow();
        assertTrue(moved.contains("/moved/"), moved);
    }

    @Test
    void who_brings_the_bot_gets_help_once() {
        ObjectNode installed =
                chat.activity("installationUpdate", "u1", Activities.PERSONAL).put("action", "add");
        ObjectNode joined = chat.activity("conversationUpdate", "u2", Activities.PERSONAL);
        joined.putArray("membersAdded").addObject().put("id", Activities.BOT);
        assertEquals(200, chat.deliver(installed).statusCode());
        assertEquals(200, chat.deliver(joined).statusCode());
        chat.sent(Activities.PERSONAL, 1);
        TeamsChat.await(() -> chat.store.inbox().waiting(java.time.Duration.ZERO), List::isEmpty);
        assertEquals(1, chat.sent(Activities.PERSONAL).size());
    }

    @Test
    void in_a_channel_the_bot_says_nothing_unasked_but_can_be_reached() {
        ObjectNode joined = chat.activity("conversationUpdate", "u2", Activities.CHANNEL);
        joined.putArray("membersAdded").addObject().put("id", Activities.BOT);
        assertEquals(200, chat.deliver(joined).statusCode());
        assertTrue(chat.addresses.find("teams", "19:growth@thread.tacv2").isPresent());
        assertEquals(List.of(), chat.heard);
    }

    @Test
    void other_activities_are_acknowledged_and_unknown_invokes_are_not_done() {
        assertEquals(
                200,
                chat.deliver(chat.activity("messageReaction", "r1", Activities.PERSONAL))
                        .statusCode());
        assertEquals(
                200,
                chat.deliver(chat.activity("typing", "r2", Activities.PERSONAL)).statusCode());
        assertEquals(
                501,
                chat.deliver(chat.invoke("i1", Activities.PERSONAL, "fileConsent/invoke", Json.object()))
                        .statusCode());
        assertEquals(List.of(), chat.heard);
    }

    @Test
    void an_answer_that_teams_does_not_take_waits_in_the_outbox() {
        chat.teams.stubFor(
                post(urlPathMatching(".*/activities")).willReturn(aResponse().withStatus(502)));
        execute("i1", "ask", Activities.data("link I12 O2-KR1", "t9.0#0"));
        assertEquals(1, chat.store.outbox().waiting(java.time.Duration.ZERO).size());
        assertEquals(1, chat.sent(Activities.PERSONAL).size(), "tried once");
        chat.beginAnew();
        chat.store.outbox().waiting(java.time.Duration.ZERO).forEach(chat.messenger()::post);
        assertTrue(recorded());
    }

    private HttpResponse<String> say(String id, String conversation, String text) {
        return chat.deliver(chat.message(id, conversation, text));
    }

    private HttpResponse<String> execute(String id, String verb, ObjectNode data) {
        return chat.deliver(Activities.from(
                "maya", chat.invoke(id, Activities.PERSONAL, "adaptiveCard/action", Activities.execute(verb, data))));
    }

    private JsonNode task(String name, ObjectNode data) {
        ObjectNode value = Json.object();
        value.set("data", data);
        value.putObject("context").put("theme", "default");
        HttpResponse<String> response = chat.deliver(
                Activities.from("maya", chat.invoke("i" + System.nanoTime(), Activities.PERSONAL, name, value)));
        assertEquals(200, response.statusCode());
        return Json.own(response.body()).path("task");
    }

    private static String value(HttpResponse<String> response) {
        return Json.own(response.body()).path("value").asText();
    }

    private boolean recorded() {
        return chat.sent(Activities.PERSONAL).stream()
                .anyMatch(message ->
                        message.path("summary").asText().startsWith("Recorded: Faster search (I12) serves O2-KR1"));
    }
}
