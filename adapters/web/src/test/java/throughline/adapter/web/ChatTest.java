package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static throughline.adapter.web.LocalChat.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Input.Manner;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.Reply;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.people.Account;

class ChatTest {
    private static LocalChat chat;

    @BeforeAll
    static void open() {
        chat = LocalChat.answering(ChatTest::echo);
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    @BeforeEach
    void begin() {
        chat.beginAnew();
    }

    /** As the real bot: a command is answered privately, everything else as openly as it was asked. */
    private static List<Reply> echo(Incoming incoming) {
        if (incoming.input() instanceof Input.Said said) {
            if (said.text().equals("while the store is away")) {
                throw new StoreUnavailable("away", new IOException());
            }
            String headline = "You said: " + said.text();
            return List.of(said.manner() == Manner.COMMAND ? Cards.privately(headline) : Cards.openly(headline));
        }
        return List.of(Cards.openly("Tapped."), Cards.openly("Twice."));
    }

    @Test
    void an_answer_comes_back_in_the_documented_shape() {
        JsonNode answer = Json.own(say("ana", "dm", "hello").toString());
        JsonNode message = answer.path("messages").path(0);

        assertEquals(1, answer.path("v").asInt());
        assertEquals(List.of("id", "channel", "thread", "visibility", "text", "card"), keys(message));
        assertEquals("dm", message.path("channel").asText());
        assertTrue(message.path("thread").isNull());
        assertEquals("public", message.path("visibility").asText());
        assertEquals("You said: hello", message.path("text").asText());
        assertEquals(List.of("html", "headline", "blocks", "buttons", "fields"), keys(message.path("card")));
    }

    @Test
    void what_is_kept_but_not_answered_yet_need_not_be_sent_again() {
        HttpResponse<String> response = chat.post(
                "/local/messages", "{\"person\":\"ana\",\"channel\":\"dm\",\"text\":\"while the store is away\"}");
        assertEquals(202, response.statusCode());
        assertTrue(response.body().contains("You need not send it again."), response.body());
    }

    @Test
    void the_bot_hears_who_spoke_where_and_how() {
        say("  Ana ", "#growth", "/roadmap now");

        Incoming heard = chat.bot.lastHeard();
        assertEquals(Account.local("ana"), heard.account());
        assertEquals("Ana", heard.from().name());
        assertEquals(new Place("local", "#growth", Optional.empty(), Place.Reach.INTERNAL), heard.place());
        assertEquals(new Input.Said("now", Manner.COMMAND), heard.input());
    }

    @Test
    void a_direct_conversation_is_of_one_person() {
        say("ana", "dm", "mine");
        say("ben", "dm", "his");

        assertEquals(
                new Place("local", "dm:ben", Optional.empty(), Place.Reach.DIRECT),
                chat.bot.lastHeard().place());
        assertEquals(List.of("You said: mine"), texts(said("ana", "dm", "")));
        assertEquals(List.of("You said: his"), texts(said("ben", "dm", "")));
    }

    @Test
    void nobody_gets_into_the_direct_conversation_of_another() {
        say("ana", "dm", "mine");

        assertEquals(List.of(), texts(said("ben", "dm:ana", "")));
        assertEquals(List.of(), texts(everything("ben", "dm:ana", "")));
        assertEquals(
                400,
                chat.post("/local/messages", message("ben", "dm:ana", "hello")).statusCode());
        assertEquals(List.of("You said: mine"), texts(said("ana", "dm:ana", "")));
    }

    @Test
    void a_private_answer_is_seen_by_its_asker_alone() {
        assertEquals(
                "private",
                say("ana", "#growth", "/roadmap now")
                        .path("messages")
                        .path(0)
                        .path("visibility")
                        .asText());
        say("ben", "#growth", "hello");

        assertEquals(List.of("You said: now", "You said: hello"), texts(said("ana", "#growth", "")));
        assertEquals(List.of("You said: hello"), texts(said("ben", "#growth", "")));
        assertEquals(List.of("hello", "You said: hello"), texts(everything("ben", "#growth", "")));
        assertEquals(
                List.of("/roadmap now", "You said: now", "hello", "You said: hello"),
                texts(everything("ana", "#growth", "")));
    }

    @Test
    void the_transcript_tells_who_spoke_and_keeps_no_secret_field() {
        say("Ana", "#growth", "hello");
        JsonNode message = everything("ben", "#growth", "").path("messages").path(0);

        assertEquals(List.of("id", "channel", "thread", "visibility", "from", "name", "text"), keys(message));
        assertEquals("ana", message.path("from").asText());
        assertEquals("Ana", message.path("name").asText());
    }

    @Test
    void messages_after_one_are_those_that_came_later() {
        String first =
                say("ana", "dm", "one").path("messages").path(0).path("id").asText();
        say("ana", "dm", "two");

        assertEquals(List.of("You said: two"), texts(said("ana", "dm", first)));
        assertEquals(List.of("You said: one", "You said: two"), texts(said("ana", "dm", "no such message")));
    }

    @Test
    void after_may_name_a_message_of_another_or_a_private_one() {
        String hidden = say("ana", "#growth", "/roadmap now")
                .path("messages")
                .path(0)
                .path("id")
                .asText();
        say("ben", "#growth", "hello");

        assertEquals(List.of("You said: hello"), texts(said("ben", "#growth", hidden)));
    }

    @Test
    void what_the_bot_says_by_itself_is_seen_too() {
        Place place = new Place("local", "dm:ana", Optional.empty(), Place.Reach.DIRECT);
        chat.messenger.post(
                new Posting("nudge.0", place, "", chat.messenger.draw(Cards.openly("Monday."), "nudge.0"), ""));
        chat.messenger.post(
                new Posting("nudge.0", place, "", chat.messenger.draw(Cards.openly("Monday."), "nudge.0"), ""));

        assertEquals(List.of("Monday."), texts(said("ana", "dm", "")));
        assertEquals(List.of(), texts(said("ben", "dm", "")));
    }

    @Test
    void an_unknown_channel_is_empty() {
        assertEquals(List.of(), texts(said("ana", "#nowhere", "")));
    }

    @Test
    void an_answer_hangs_on_the_thread_that_was_given() {
        String json = "{\"person\":\"ana\",\"channel\":\"#growth\",\"text\":\"hello\",\"thread\":\"t0.1\"}";
        assertEquals(
                "t0.1",
                messages(chat.post("/local/messages", json))
                        .path(0)
                        .path("thread")
                        .asText());
        assertEquals(Optional.of("t0.1"), chat.bot.lastHeard().place().thread());
    }

    @Test
    void a_tap_brings_its_value_and_its_inputs() {
        JsonNode said = messages(chat.post(
                "/local/actions",
                "{\"person\":\"ana\",\"channel\":\"#growth\",\"message\":\"t1.0\",\"action\":\"request.send\","
                        + "\"value\":\"R1\",\"inputs\":{\"why\":\"Because\",\"krs\":[\"KR1\",\"KR2\"],\"size\":3,"
                        + "\"effort\":2.5,\"sure\":true,\"none\":null}}"));

        assertEquals(2, said.size());
        assertEquals(
                new Input.Tapped(
                        "request.send",
                        "R1",
                        "t1.0",
                        Map.of(
                                "why", List.of("Because"),
                                "krs", List.of("KR1", "KR2"),
                                "size", List.of("3"),
                                "effort", List.of("2.5"),
                                "sure", List.of("true"),
                                "none", List.of())),
                chat.bot.lastHeard().input());
        assertEquals(List.of("Tapped.", "Twice."), texts(everything("ana", "#growth", "")));
    }

    @Test
    void a_tap_needs_no_more_than_an_action() {
        chat.post("/local/actions", "{\"person\":\"ana\",\"channel\":\"dm\",\"action\":\"show.all\"}");
        assertEquals(
                new Input.Tapped("show.all", "", "", Map.of()),
                chat.bot.lastHeard().input());
    }

    @Test
    void a_repeated_delivery_gets_the_same_answer_and_happens_once() {
        String json = "{\"id\":\"d1\",\"person\":\"ana\",\"channel\":\"dm\",\"text\":\"hello\"}";
        String first = chat.post("/local/messages", json).body();

        assertEquals(first, chat.post("/local/messages", json).body());
        assertEquals(1, chat.bot.heard().size());
        assertEquals(List.of("hello", "You said: hello"), texts(everything("ana", "dm", "")));
    }

    @Test
    void the_same_delivery_id_of_another_person_is_another_delivery() {
        chat.post("/local/messages", "{\"id\":\"d1\",\"person\":\"ana\",\"channel\":\"dm\",\"text\":\"hello\"}");
        chat.post("/local/messages", "{\"id\":\"d1\",\"person\":\"ben\",\"channel\":\"dm\",\"text\":\"hello\"}");
        assertEquals(2, chat.bot.heard().size());
    }

    @Test
    void without_a_channel_one_speaks_directly() {
        messages(chat.post("/local/messages", "{\"person\":\"ana\",\"text\":\"hello\"}"));
        assertTrue(chat.bot.lastHeard().place().isDirect());
    }

    @Test
    void text_of_any_script_comes_through() {
        say("søren", "#grønt", "Ærø 東京 🚀 \\ \" \u2028");
        assertEquals(
                new Input.Said("Ærø 東京 🚀 \\ \"", Manner.OPEN),
                chat.bot.lastHeard().input());
        assertEquals("Søren", chat.bot.lastHeard().from().name());
        assertEquals(1, chat.bot.heard().size());
    }

    @Test
    void half_a_character_does_not_break_the_answer_that_quotes_it() {
        JsonNode answer = Json.own(say("ana", "dm", "“\ud83d”").toString());
        assertEquals(
                "You said: “?”", answer.path("messages").path(0).path("text").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{} {}",
                "{'person':'ana'}",
                "{\"person\":\"ana\"}",
                "{\"text\":\"now\"}",
                "{\"person\":\"\",\"text\":\"now\"}",
                "{\"person\":\" \",\"text\":\"now\"}",
                "{\"person\":\"ana\",\"text\":\"  \"}",
                "{\"person\":\"ana\",\"text\":null}",
                "{\"person\":\"ana\",\"text\":[\"now\"]}",
                "{\"person\":{\"name\":\"ana\"},\"text\":\"now\"}",
                "{\"person\":\"a\\nb\",\"text\":\"now\"}",
                "{\"person\":\"ana\",\"channel\":[],\"text\":\"now\"}",
                "{\"person\":\"ana\",\"thread\":{},\"text\":\"now\"}"
            })
    void a_body_that_cannot_be_met_is_told_what_to_send(String body) {
        JsonNode refused = refused("/local/messages", body);
        assertEquals(List.of("error"), keys(refused));
        assertTrue(refused.path("error").asText().endsWith("."));
        assertTrue(chat.bot.heard().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"person\":\"ana\"}",
                "{\"person\":\"ana\",\"action\":\"\"}",
                "{\"person\":\"ana\",\"action\":\"a\",\"inputs\":[]}",
                "{\"person\":\"ana\",\"action\":\"a\",\"inputs\":{\"x\":{}}}",
                "{\"person\":\"ana\",\"action\":\"a\",\"inputs\":{\"x\":[[]]}}"
            })
    void a_tap_that_cannot_be_met_is_told_what_to_send(String body) {
        assertFalse(refused("/local/actions", body).path("error").asText().isEmpty());
        assertTrue(chat.bot.heard().isEmpty());
    }

    @Test
    void what_is_not_utf8_or_nested_without_end_is_refused() {
        assertEquals(
                400,
                chat.post("/local/messages", new byte[] {'"', (byte) 0xff, '"'}).statusCode());
        assertEquals(400, chat.post("/local/messages", "[".repeat(100_000)).statusCode());
    }

    @Test
    void the_longest_text_is_heard_and_a_longer_one_refused_civilly() {
        assertEquals(
                200,
                chat.post("/local/messages", message("ana", "dm", "x".repeat(40_000)))
                        .statusCode());
        assertTrue(refused("/local/messages", message("ana", "dm", "x".repeat(40_001)))
                .path("error")
                .asText()
                .contains("40,000"));
    }

    @Test
    void a_body_beyond_the_limit_is_refused_civilly() {
        var response = chat.post("/local/messages", message("ana", "dm", "x".repeat(1 << 20)));
        assertEquals(413, response.statusCode());
        assertEquals(
                "Send at most 1 MiB in one request.",
                Json.own(response.body()).path("error").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/local/messages", "/local/messages?channel=dm", "/local/transcript?person=%20"})
    void who_asks_has_to_be_named(String path) {
        assertEquals(400, chat.get(path).statusCode());
    }

    private JsonNode refused(String path, String body) {
        var response = chat.post(path, body);
        assertEquals(400, response.statusCode(), response.body());
        return Json.own(response.body());
    }

    private JsonNode say(String person, String channel, String text) {
        return LocalChat.content(chat.post("/local/messages", message(person, channel, text)));
    }

    private static String message(String person, String channel, String text) {
        return Json.object()
                .put("person", person)
                .put("channel", channel)
                .put("text", text)
                .toString();
    }

    private JsonNode said(String person, String channel, String after) {
        return read("/local/messages", person, channel, after);
    }

    private JsonNode everything(String person, String channel, String after) {
        return read("/local/transcript", person, channel, after);
    }

    private JsonNode read(String path, String person, String channel, String after) {
        String query =
                "?person=" + person + "&channel=" + channel.replace("#", "%23") + "&after=" + after.replace(" ", "+");
        return LocalChat.content(chat.get(path + query));
    }

    private static List<String> texts(JsonNode answer) {
        return StreamSupport.stream(answer.path("messages").spliterator(), false)
                .map(message -> message.path("text").asText())
                .toList();
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
