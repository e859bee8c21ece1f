package throughline.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Waits;

/** The way out: once, with our token, and to known hosts only. */
class CourierTest {
    private static final String LOGIN = "/t1/oauth2/v2.0/token";

    private final WireMockServer teams = new WireMockServer(options().dynamicPort());
    private final WireMockServer login = new WireMockServer(options().dynamicPort());
    private final TeamsSettings.App app = new TeamsSettings.App(Issuer.APP, "s3cret", "t1");
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final InMemoryDeliveries allowances = new InMemoryDeliveries(() -> now, Waits.USUAL);
    private Courier courier;

    @BeforeEach
    void open() {
        teams.start();
        login.start();
        login.stubFor(post(urlPathMatching(LOGIN))
                .willReturn(okJson("{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"ours\"}")));
        teams.stubFor(post(anyUrl()).willReturn(okJson("{\"id\":\"1\"}")));
        Hosts hosts = new Hosts(Optional.of(HttpUrl.get(teams.baseUrl())), false);
        courier = new ConnectorCourier(hosts, Http.client(), new AppLogin(app, leadingTo(login)), allowances);
    }

    @AfterEach
    void close() {
        teams.stop();
        login.stop();
    }

    /** Microsoft's login, as far as this client can tell. */
    private static OkHttpClient leadingTo(WireMockServer server) {
        return Http.client()
                .newBuilder()
                .addInterceptor(chain -> {
                    HttpUrl asked = chain.request().url();
                    assertEquals("login.microsoftonline.com", asked.host());
                    HttpUrl here = asked.newBuilder()
                            .scheme("http")
                            .host("localhost")
                            .port(server.port())
                            .build();
                    return chain.proceed(chain.request().newBuilder().url(here).build());
                })
                .build();
    }

    private Address address() {
        return new Address(teams.baseUrl() + "/emea/", "19:a@thread.tacv2;messageid=7", "28:bot", "t1");
    }

    private void send() {
        courier.send(address(), "p1", Message.line("Now: 4 bets."));
    }

    private List<LoggedRequest> sent() {
        return teams.findAll(postRequestedFor(urlMatching(".*/activities")));
    }

    private int logins() {
        return login.findAll(postRequestedFor(urlPathMatching(LOGIN))).size();
    }

    @Test
    void a_message_goes_out_with_a_token_of_our_tenant_that_is_asked_for_once() {
        send();
        send();
        assertEquals(2, sent().size());
        assertEquals("Bearer ours", sent().get(0).getHeader("Authorization"));
        assertEquals(1, logins());
        String asked =
                login.findAll(postRequestedFor(urlPathMatching(LOGIN))).get(0).getBodyAsString();
        assertTrue(asked.contains("https%3A%2F%2Fapi.botframework.com%2F.default"), asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 403, 404, 408, 412, 429, 500, 502, 503, 504})
    void what_is_not_taken_is_tried_once(int status) {
        teams.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Location", login.baseUrl() + "/elsewhere")
                        .withHeader("Retry-After", "0")));
        Undelivered told = assertThrows(Undelivered.class, this::send);
        assertEquals(List.of(400, 403, 404, 413).contains(status), told.isFinal());
        assertEquals(1, sent().size());
        assertEquals(1, login.getAllServeEvents().size(), "nobody was followed elsewhere");
    }

    @Test
    void who_is_too_fast_says_nothing_until_it_may() {
        teams.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "40")));
        assertThrows(Undelivered.class, this::send);
        assertEquals(Duration.ofSeconds(40), allowances.paused("teams"), "others hear of it");
        now = now.plusSeconds(39);
        assertThrows(Undelivered.class, this::send);
        assertEquals(1, sent().size());
        now = now.plusSeconds(1);
        assertThrows(Undelivered.class, this::send);
        assertEquals(2, sent().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void a_broken_connection_is_tried_once(String fault) {
        send();
        teams.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.valueOf(fault))));
        assertThrows(Undelivered.class, this::send);
        assertEquals(2, sent().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 429, 500, 503})
    void a_token_that_is_not_given_is_asked_for_once_and_nothing_is_sent(int status) {
        login.stubFor(post(urlPathMatching(LOGIN))
                .willReturn(jsonResponse("{\"error\":\"temporarily_unavailable\"}", status)
                        .withHeader("Retry-After", "0")));
        assertThrows(Undelivered.class, this::send);
        assertEquals(1, logins());
        assertEquals(List.of(), sent());
    }

    @Test
    void the_reason_of_a_refusal_is_told() {
        teams.stubFor(post(anyUrl())
                .willReturn(jsonResponse(
                        "{\"error\":{\"code\":\"Forbidden\",\"subCode\":\"MessageWritesBlocked\"}}", 403)));
        assertEquals(
                "MessageWritesBlocked",
                assertThrows(Undelivered.class, this::send).code());
        teams.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(403).withBody("<html>")));
        assertEquals("", assertThrows(Undelivered.class, this::send).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/emea/",
                "http://user@localhost:%d/emea/",
                "https://smba.trafficmanager.net.localhost:%d/",
                "junk"
            })
    void nothing_goes_to_a_host_that_is_not_known(String serviceUrl) {
        Address elsewhere = new Address(serviceUrl.formatted(teams.port()), "c", "28:bot", "t1");
        assertThrows(Undelivered.class, () -> courier.send(elsewhere, "p1", Message.line("x")));
        assertThrows(Undelivered.class, () -> courier.open(elsewhere, "aad-ana"));
        assertThrows(Undelivered.class, () -> courier.member(elsewhere, "aad-ana"));
        assertEquals(List.of(), teams.getAllServeEvents());
        assertEquals(0, logins());
    }

    @Test
    void a_conversation_is_opened_in_the_tenant() {
        teams.stubFor(post("/emea/v3/conversations").willReturn(okJson("{\"id\":\"a:new\"}")));
        assertEquals("a:new", courier.open(address(), "aad-ana").conversation());
        String wish = teams.findAll(postRequestedFor(urlMatching(".*/conversations")))
                .get(0)
                .getBodyAsString();
        assertEquals("aad-ana", Json.own(wish).at("/members/0/id").asText());
        assertEquals("t1", Json.own(wish).at("/channelData/tenant/id").asText());
        assertFalse(Json.own(wish).path("isGroup").asBoolean());
    }

    @Test
    void a_member_is_looked_up() {
        teams.stubFor(get(urlPathMatching(".*/members/aad-ana"))
                .willReturn(okJson("{\"id\":\"29:ana\",\"userRole\":\"guest\",\"tenantId\":\"t2\"}")));
        assertEquals(new Member("guest", "t2"), courier.member(address(), "aad-ana"));
        teams.stubFor(get(urlPathMatching(".*/members/aad-bo")).willReturn(okJson("{\"id\":\"29:bo\"}")));
        assertEquals(new Member("", ""), courier.member(address(), "aad-bo"));
    }

    @Test
    void slow_conversations_do_not_hold_up_others() throws InterruptedException {
        int many = 20;
        send();
        teams.stubFor(post(anyUrl()).willReturn(okJson("{\"id\":\"1\"}").withFixedDelay(700)));
        CountDownLatch arrived = new CountDownLatch(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        long start = System.nanoTime();
        for (int i = 0; i < many; i++) {
            threads.execute(() -> {
                send();
                arrived.countDown();
            });
        }
        assertTrue(arrived.await(10, TimeUnit.SECONDS));
        threads.shutdown();
        assertTrue(System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(2800), "with five at once it takes 2.8 s");
    }
}
