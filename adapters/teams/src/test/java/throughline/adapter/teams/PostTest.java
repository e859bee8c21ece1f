package throughline.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.StoreUnavailable;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Outcome;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Waits;

/** What the connector's answers mean for what must arrive once; each call is made once. */
class PostTest {
    private final WireMockServer teams = new WireMockServer(options().dynamicPort());
    private Post post;

    @BeforeEach
    void open() {
        teams.start();
        Hosts hosts = new Hosts(Optional.of(HttpUrl.get(teams.baseUrl())), false);
        post = new ConnectorCourier(
                hosts, Http.client(), client -> {}, new InMemoryDeliveries(Instant::now, Waits.USUAL));
    }

    @AfterEach
    void close() {
        teams.stop();
    }

    private Address address() {
        return new Address(teams.baseUrl() + "/emea/", "19:a@thread.tacv2", "28:bot", "t1");
    }

    private Outcome carry(Permit permit) {
        return post.carry(address(), Message.line("Now: 4 bets."), permit);
    }

    private void answers(int status, String retryAfter) {
        teams.stubFor(post(anyUrl())
                .willReturn(jsonResponse("{\"error\":{\"code\":\"ServiceError\"}}", status)
                        .withHeader("Retry-After", retryAfter)));
    }

    private int calls() {
        return teams.findAll(anyRequestedFor(anyUrl())).size();
    }

    @Test
    void what_is_taken_is_known_by_its_activity() {
        teams.stubFor(post(anyUrl()).willReturn(jsonResponse("{\"id\":\"1:7\"}", 201)));
        assertEquals(new Outcome.Accepted("1:7"), carry(Permit.ALWAYS));
    }

    @Test
    void what_was_sent_is_replaced_in_place() {
        teams.stubFor(put(anyUrl()).willReturn(jsonResponse("{\"id\":\"1:7\"}", 200)));
        assertEquals(new Outcome.Accepted("1:7"), post.replace(address(), "1:7", Message.line("Now: 3 bets.")));
        assertEquals(
                1,
                teams.findAll(putRequestedFor(urlMatching(".*/activities/1:7|.*/activities/1%3A7")))
                        .size());
    }

    @Test
    void who_is_too_fast_hears_how_long_to_wait() {
        answers(429, "7");
        Outcome.NotAccepted told = assertInstanceOf(Outcome.NotAccepted.class, carry(Permit.ALWAYS));
        assertEquals(Duration.ofSeconds(7), told.pause());
        assertEquals(1, calls());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410, 413})
    void what_will_never_be_taken(int status) {
        answers(status, "0");
        assertInstanceOf(Outcome.Never.class, carry(Permit.ALWAYS));
        assertEquals(1, calls());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 412, 500, 502, 503, 504})
    void what_may_have_been_taken(int status) {
        answers(status, "0");
        assertInstanceOf(Outcome.Unknown.class, carry(Permit.ALWAYS));
        assertEquals(1, calls());
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void a_connection_that_breaks_leaves_it_open(Fault fault) {
        teams.stubFor(post(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertInstanceOf(Outcome.Unknown.class, carry(Permit.ALWAYS));
        assertEquals(1, calls());
    }

    @Test
    void what_it_is_that_was_answered_stands_in_no_reason() {
        teams.stubFor(post(anyUrl()).willReturn(jsonResponse("{\"id\": [\"a secret", 201)));
        Outcome.Unknown told = assertInstanceOf(Outcome.Unknown.class, carry(Permit.ALWAYS));
        assertFalse(told.reason().contains("secret"), told.reason());
    }

    @Test
    void nothing_leaves_once_its_time_is_over() {
        assertInstanceOf(Outcome.NotAccepted.class, carry(() -> false));
        assertEquals(0, calls());
    }

    @Test
    void nothing_leaves_when_nobody_can_tell_whether_it_may() {
        assertInstanceOf(Outcome.NotAccepted.class, carry(() -> {
            throw new StoreUnavailable("away", new IllegalStateException("away"));
        }));
        assertEquals(0, calls());
    }

    @Test
    void a_connector_that_is_not_there_took_nothing() {
        Address gone = address();
        teams.stop();
        assertInstanceOf(Outcome.NotAccepted.class, post.carry(gone, Message.line("Now: 4 bets."), Permit.ALWAYS));
    }
}
