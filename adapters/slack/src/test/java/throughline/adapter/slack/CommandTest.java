package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import throughline.core.conversation.Input;
import throughline.core.conversation.Input.Manner;

class CommandTest {
    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance().build();

    private final Rehearsal bot = new Rehearsal();
    private SlackServer slack;

    @BeforeEach
    void begin() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true}")));
        new FakeSlack(API).vouchesForAll();
        slack = SlackServer.of(bot, API.baseUrl() + "/api/");
    }

    @AfterEach
    void end() {
        slack.close();
    }

    @Test
    void a_command_is_answered_in_its_response() {
        bot.beginAnew(incoming -> List.of(Cards.privately("Now: 1 bet.")));

        JsonNode answer = Json.read(slack.command(command("now", "t1")).body());

        assertEquals("ephemeral", answer.path("response_type").asText());
        assertEquals("Now: 1 bet.", answer.path("text").asText());
        assertEquals(new Input.Said("now", Manner.COMMAND), bot.heard().get(0).input());
        assertEquals("T1/U1", bot.heard().get(0).account().id());
    }

    @Test
    void a_second_answer_goes_by_the_return_address() {
        bot.beginAnew(incoming -> List.of(Cards.privately("One."), Cards.privately("Two.")));

        JsonNode answer = Json.read(slack.command(command("now", "t1")).body());

        assertEquals("One.", answer.path("text").asText());
        Awaited.until(() -> API.verify(
                1, postRequestedFor(urlEqualTo("/hook")).withRequestBody(matchingJsonPath("$[?(@.text == 'Two.')]"))));
    }

    @Test
    void a_known_person_is_answered_without_persisting_anything() {
        bot.beginAnew(incoming -> List.of(Cards.privately("Now: 1 bet.")));
        slack.command(command("now", "t1"));
        bot.onlyWords();

        JsonNode answer = Json.read(slack.command(command("now", "t2")).body());

        assertEquals("Now: 1 bet.", answer.path("text").asText());
        assertEquals(1, bot.asked());
    }

    @Test
    void what_does_not_fit_in_the_response_is_persisted_first() {
        bot.beginAnew(incoming -> List.of(Cards.privately("One."), Cards.privately("Two.")));
        slack.command(command("now", "t1"));
        bot.onlyWords();

        JsonNode answer = Json.read(slack.command(command("now", "t2")).body());

        assertEquals("One.", answer.path("text").asText());
        assertEquals(List.of("t1", "t2"), bot.persisted());

        bot.beginAnew(incoming -> List.of(Cards.asking("Which metric?", "R1", Optional.empty())));
        bot.onlyWords();
        assertEquals("", slack.command(command("add", "t3")).body());
        assertEquals(List.of("t3"), bot.persisted());
    }

    @Test
    void a_response_is_the_same_without_reading_what_was_written() {
        Drawn drawn = Drawn.of(Cards.privately("Now: “1 bet” \\ \"one\".").card(), "t1.0");
        for (boolean isPrivate : List.of(true, false)) {
            assertEquals(
                    drawn.response(isPrivate),
                    Json.read(Drawn.response(drawn.written(), isPrivate).orElseThrow()));
        }
        Drawn form =
                Drawn.of(Cards.asking("Which metric?", "R1", Optional.empty()).card(), "t1.0");
        assertEquals(Optional.empty(), Drawn.response(form.written(), true));
        assertEquals(form, Drawn.read(form.written()));
    }

    private Map<String, String> command(String text, String trigger) {
        return new HashMap<>(Map.of(
                "command", "/roadmap",
                "text", text,
                "team_id", "T1",
                "user_id", "U1",
                "user_name", "ana",
                "channel_id", "C1",
                "channel_name", "growth",
                "trigger_id", trigger,
                "response_url", API.baseUrl() + "/hook"));
    }
}
