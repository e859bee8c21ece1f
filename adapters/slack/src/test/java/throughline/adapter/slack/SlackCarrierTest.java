package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Sighting;
import throughline.core.delivery.Waits;

/** What Slack's answers mean for what must arrive once; each call is made once. */
class SlackCarrierTest {
    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance().build();

    private static final Instant SINCE = Instant.parse("2026-11-23T08:30:00Z");
    private static final String POST = "/api/chat.postMessage";

    private FakeSlack fake;
    private SlackCarrier carrier;

    @BeforeEach
    void begin() {
        fake = new FakeSlack(API);
        carrier = carrier(API.baseUrl() + "/api/");
    }

    private static SlackCarrier carrier(String address) {
        SlackSettings settings = SlackSettings.of(Signed.SECRET, "xoxb-test", "", address);
        return new SlackCarrier(
                new Api(settings, new InMemoryDeliveries(Instant::now, Waits.USUAL), Duration.ofSeconds(1)), 300, 45);
    }

    private static Posting posting(String channel, Place.Reach reach, Optional<String> thread) {
        String drawn = Drawn.of(Cards.openly("This week.").card(), "n:W47").written();
        return new Posting("n:W47", new Place("slack", channel, thread, reach), "", drawn, "");
    }

    private static Posting posting() {
        return posting("C1", Place.Reach.INTERNAL, Optional.empty());
    }

    private Outcome send() {
        return carrier.send(posting(), Permit.ALWAYS);
    }

    private static String message(String ts, String id) {
        return "{\"type\":\"message\",\"ts\":\"%s\",\"text\":\"This week.\",\"metadata\":{\"event_type\":\"%s\",\"event_payload\":{\"id\":\"%s\"}}}"
                .formatted(ts, Said.EVENT, id);
    }

    @Test
    void what_is_taken_has_our_key_and_is_known_by_channel_and_time() {
        fake.answers("chat.postMessage", "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"17.4\"}");
        assertEquals(new Outcome.Accepted("C1/17.4"), send());
        assertEquals(
                "n:W47",
                Json.read(fake.only("chat.postMessage").get("metadata"))
                        .at("/event_payload/id")
                        .asText());
    }

    @Test
    void who_is_too_fast_hears_how_long_to_wait() {
        API.stubFor(post(POST).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7")));
        assertEquals(new Outcome.NotAccepted(Duration.ofSeconds(7), "HTTP 429"), send());
        assertEquals(List.of(POST), fake.paths());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_not_found",
                "is_archived",
                "not_in_channel",
                "account_inactive",
                "token_revoked",
                "invalid_blocks"
            })
    void what_will_never_be_taken(String error) {
        fake.refuses("chat.postMessage", error);
        assertEquals(new Outcome.Never(error), send());
        assertEquals(List.of(POST), fake.paths());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 408, 500, 502, 503, 504})
    void an_answer_that_is_none_is_asked_for_once(int status) {
        API.stubFor(post(POST)
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Retry-After", "0")
                        .withHeader("Location", API.baseUrl() + "/elsewhere")));
        Class<? extends Outcome> meaning = status == 408 ? Outcome.Never.class : Outcome.Unknown.class;
        assertInstanceOf(meaning, send());
        assertEquals(List.of(POST), fake.paths());
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "fatal_error", "service_unavailable"})
    void what_slack_does_not_know_itself(String error) {
        fake.refuses("chat.postMessage", error);
        assertEquals(new Outcome.Unknown(error), send());
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
    void a_connection_that_breaks_leaves_it_open(Fault fault) {
        API.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertInstanceOf(Outcome.Unknown.class, send());
        assertEquals(List.of(POST), fake.paths());
    }

    @Test
    void no_answer_in_time_leaves_it_open() {
        API.stubFor(post(POST).willReturn(aResponse().withFixedDelay(3_000)));
        assertInstanceOf(Outcome.Unknown.class, send());
        assertEquals(List.of(POST), fake.paths());
    }

    @Test
    void what_it_is_that_was_answered_stands_in_no_reason() {
        API.stubFor(post(POST).willReturn(aResponse().withBody("{\"ok\": \"xoxb-secret")));
        Outcome.Unknown told = assertInstanceOf(Outcome.Unknown.class, send());
        assertFalse(told.reason().contains("secret"), told.reason());
        assertTrue(told.reason().startsWith("no answer ("), told.reason());
    }

    @Test
    void nothing_leaves_once_its_time_is_over() {
        assertInstanceOf(Outcome.NotAccepted.class, carrier.send(posting(), () -> false));
        assertEquals(List.of(), fake.paths());
    }

    @Test
    void nothing_leaves_when_nobody_can_tell_whether_it_may() {
        Permit away = () -> {
            throw new StoreUnavailable("away", new IllegalStateException("away"));
        };
        assertInstanceOf(Outcome.NotAccepted.class, carrier.send(posting(), away));
        assertInstanceOf(Sighting.NotTold.class, carrier.look(posting(), SINCE, away));
        assertEquals(List.of(), fake.paths());
    }

    @Test
    void nothing_is_asked_and_nothing_deleted_once_its_time_is_over() {
        assertInstanceOf(Sighting.NotTold.class, carrier.look(posting(), SINCE, () -> false));
        assertInstanceOf(Outcome.NotAccepted.class, carrier.takeBack(posting(), "C1/9.2", () -> false));
        assertEquals(List.of(), fake.paths());
    }

    @Test
    void a_slack_that_is_not_there_took_nothing() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        carrier = carrier("http://127.0.0.1:" + nobody + "/api/");
        assertInstanceOf(Outcome.NotAccepted.class, send());
    }

    @Test
    void copies_are_found_by_our_key_oldest_first() {
        fake.answers(
                "conversations.history",
                "{\"ok\":true,\"messages\":[%s,%s,%s]}"
                        .formatted(message("9.2", "n:W47"), message("9.1", "n:W47"), message("9.0", "other")));
        assertEquals(new Sighting.Found(List.of("C1/9.1", "C1/9.2")), carrier.look(posting(), SINCE, Permit.ALWAYS));
        assertEquals(
                "1",
                fake.only("conversations.history").get("include_all_metadata").replace("true", "1"));
    }

    @Test
    void what_is_not_there_is_absent_after_the_last_page() {
        fake.answers("conversations.history", "{\"ok\":true,\"messages\":[%s]}".formatted(message("9.0", "other")));
        assertEquals(new Sighting.Absent(), carrier.look(posting(), SINCE, Permit.ALWAYS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_scope", "not_in_channel", "channel_not_found"})
    void who_may_not_look_does_not_know(String error) {
        fake.refuses("conversations.history", error);
        assertEquals(new Sighting.Blind(error), carrier.look(posting(), SINCE, Permit.ALWAYS));
    }

    @Test
    void our_words_without_our_key_prove_nothing() {
        fake.answers(
                "conversations.history",
                "{\"ok\":true,\"messages\":[{\"type\":\"message\",\"ts\":\"9.1\",\"text\":\"This week.\"}]}");
        assertInstanceOf(Sighting.Blind.class, carrier.look(posting(), SINCE, Permit.ALWAYS));
    }

    @Test
    void who_asks_too_often_hears_how_long_to_wait() {
        API.stubFor(post("/api/conversations.history")
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "60")));
        assertEquals(
                new Sighting.NotTold(Duration.ofSeconds(60), "HTTP 429"),
                carrier.look(posting(), SINCE, Permit.ALWAYS));
    }

    @Test
    void a_thread_and_a_persons_own_conversation_are_looked_through_where_they_are() {
        fake.answers("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D1\"}}");
        fake.answers("conversations.history", "{\"ok\":true,\"messages\":[]}");
        fake.answers("conversations.replies", "{\"ok\":true,\"messages\":[]}");
        carrier.look(posting("U1", Place.Reach.DIRECT, Optional.empty()), SINCE, Permit.ALWAYS);
        carrier.look(posting("C1", Place.Reach.INTERNAL, Optional.of("1.2")), SINCE, Permit.ALWAYS);
        assertEquals("D1", fake.only("conversations.history").get("channel"));
        assertEquals("1.2", fake.only("conversations.replies").get("ts"));
    }

    @Test
    void a_copy_is_taken_back_once_and_what_is_gone_is_gone() {
        fake.answers("chat.delete", "{\"ok\":true}");
        assertEquals(new Outcome.Accepted("C1/9.2"), carrier.takeBack(posting(), "C1/9.2", Permit.ALWAYS));
        assertEquals("9.2", fake.only("chat.delete").get("ts"));
        fake.refuses("chat.delete", "message_not_found");
        assertEquals(new Outcome.Accepted("C1/9.2"), carrier.takeBack(posting(), "C1/9.2", Permit.ALWAYS));
    }

    @Test
    void what_was_sent_is_replaced_in_place() {
        fake.answers("chat.update", "{\"ok\":true}");
        assertEquals(new Outcome.Accepted("C1/9.2"), carrier.update(posting(), "C1/9.2"));
        assertEquals("9.2", fake.only("chat.update").get("ts"));
    }
}
