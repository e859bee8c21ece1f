package throughline.adapter.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWTCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is heard: only Teams' connector, for our app and our tenant. */
class TokenTest {
    private static final String SERVICE = "https://smba.trafficmanager.net/emea/";
    private static final String SECRET_WORDS = "the-words-of-the-body";

    private static final Issuer ISSUER = new Issuer();
    private static final WireMockServer KEYS = new WireMockServer(options().dynamicPort());
    private static TeamsChat chat;

    @BeforeAll
    static void open() {
        KEYS.start();
        ISSUER.announce(KEYS);
        chat = new TeamsChat(Map.of(
                "microsoft.app-id",
                Issuer.APP,
                "microsoft.app-password",
                "s3cret",
                "microsoft.app-tenant-id",
                Activities.TENANT,
                "teams.openid-metadata-url",
                KEYS.baseUrl() + Issuer.METADATA));
    }

    @AfterAll
    static void close() {
        chat.close();
        KEYS.stop();
    }

    private final Log log = new Log();

    @AfterEach
    void close_the_log() {
        log.close();
    }

    private static int heard() {
        return chat.heard.size();
    }

    private static ObjectNode activity() {
        return Activities.message("m" + System.nanoTime(), Activities.PERSONAL, SECRET_WORDS);
    }

    private static HttpResponse<String> deliver(ObjectNode activity, String... authorizations) {
        return deliver(activity.toString().getBytes(StandardCharsets.UTF_8), authorizations);
    }

    private static HttpResponse<String> deliver(byte[] body, String... authorizations) {
        HttpRequest.Builder request = chat.request().POST(HttpRequest.BodyPublishers.ofByteArray(body));
        Stream.of(authorizations).forEach(value -> request.header("Authorization", value));
        return chat.send(request);
    }

    private static String token(UnaryOperator<JWTCreator.Builder> change) {
        return "Bearer " + ISSUER.signed(change.apply(ISSUER.good(SERVICE)));
    }

    @Test
    void the_connector_is_heard() {
        int before = heard();
        String good = token(token -> token);
        assertEquals(202, deliver(activity(), good).statusCode());
        assertEquals(before + 1, heard());
        log.assertHasNot(SECRET_WORDS);
        log.assertHasNot(good.substring(10, 30));
    }

    static Stream<Arguments> acceptable() {
        Instant now = Instant.now();
        return Stream.of(
                Arguments.of("expired within the leeway", token(t -> t.withExpiresAt(now.minusSeconds(270)))),
                Arguments.of("not yet valid, within the leeway", token(t -> t.withNotBefore(now.plusSeconds(270)))),
                Arguments.of(
                        "no slash at the end of the address",
                        token(t -> t.withClaim("serviceurl", "https://smba.trafficmanager.net/emea"))),
                Arguments.of(
                        "another case of the host",
                        token(t -> t.withClaim("serviceurl", "https://SMBA.TrafficManager.net/emea/"))),
                Arguments.of("another case of the scheme", token(t -> t).replace("Bearer", "bearer")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acceptable")
    void small_differences_are_tolerated(String what, String authorization) {
        assertEquals(202, deliver(activity(), authorization).statusCode(), what);
    }

    static Stream<Arguments> unknown() {
        Instant now = Instant.now();
        String good = token(t -> t);
        String payload = good.split("\\.", -1)[1];
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("another scheme", "Basic dXNlcjpwYXNz"),
                Arguments.of("no scheme", good.substring("Bearer ".length())),
                Arguments.of("nothing after the scheme", "Bearer "),
                Arguments.of("junk", "Bearer junk"),
                Arguments.of("three pieces of junk", "Bearer a.b.c"),
                Arguments.of("two parts", good.substring(0, good.lastIndexOf('.'))),
                Arguments.of("four parts", good + ".x"),
                Arguments.of("two tokens in one header", good + ", " + good),
                Arguments.of("very long", good + "x".repeat(7000)),
                Arguments.of("no signature", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of("flipped signature", flipped(good)),
                Arguments.of("another payload", good.replace(payload, encoded("{\"iss\":\"x\"}"))),
                Arguments.of("header that is no JSON", "Bearer " + encoded("junk") + "." + payload + ".AAAA"),
                Arguments.of("payload that is no JSON", good.replace(payload, encoded("junk"))),
                Arguments.of("deep header", "Bearer " + encoded("[".repeat(3000)) + "." + payload + ".AAAA"),
                Arguments.of("alg none", "Bearer " + unsigned("none", payload)),
                Arguments.of("alg None", "Bearer " + unsigned("None", payload)),
                Arguments.of("no alg", "Bearer " + encoded("{\"kid\":\"known\"}") + "." + payload + ".AAAA"),
                Arguments.of("HS256 with the public key", signedWith("HS256")),
                Arguments.of("RS384", signedWith("RS384")),
                Arguments.of("RS512", signedWith("RS512")),
                Arguments.of("unknown critical header", token(t -> t.withHeader(Map.of("crit", List.of("b64"))))),
                Arguments.of("no key id", token(t -> t.withHeader(Map.of("kid", "")))),
                Arguments.of("unknown key", token(t -> t.withKeyId("other"))),
                Arguments.of(
                        "weak key",
                        "Bearer " + Issuer.signed(ISSUER.good(SERVICE).withKeyId("weak"), ISSUER.weak)),
                Arguments.of(
                        "a stranger's key under a known id",
                        "Bearer " + Issuer.signed(ISSUER.good(SERVICE), ISSUER.stranger)),
                Arguments.of("wrong audience", token(t -> t.withAudience("another-app"))),
                Arguments.of("two audiences", token(t -> t.withAudience(Issuer.APP, "another-app"))),
                Arguments.of(
                        "emulator, v1",
                        token(t -> t.withIssuer("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"))),
                Arguments.of(
                        "emulator, v2",
                        token(t -> t.withIssuer(
                                "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"))),
                Arguments.of(
                        "skill",
                        token(t -> t.withIssuer("https://login.microsoftonline.com/" + Activities.TENANT + "/v2.0")
                                .withClaim("appid", "skill"))),
                Arguments.of("government", token(t -> t.withIssuer("https://api.botframework.us"))),
                Arguments.of("issuer with a slash", token(t -> t.withIssuer(Issuer.CONNECTOR + "/"))),
                Arguments.of("expired", token(t -> t.withExpiresAt(now.minus(Duration.ofMinutes(6))))),
                Arguments.of("not yet valid", token(t -> t.withNotBefore(now.plus(Duration.ofMinutes(6))))),
                Arguments.of("empty serviceurl", token(t -> t.withClaim("serviceurl", " "))),
                Arguments.of("serviceurl of another type", token(t -> t.withClaim("serviceurl", 7))),
                Arguments.of("without exp", lacking("exp")),
                Arguments.of("without iss", lacking("iss")),
                Arguments.of("without aud", lacking("aud")),
                Arguments.of("without serviceurl", lacking("serviceurl")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknown")
    void nobody_else_is_heard_and_nothing_is_told(String what, String authorization) {
        int before = heard();
        HttpResponse<String> response = deliver(activity(), authorization);
        assertEquals(401, response.statusCode(), what);
        assertEquals("", response.body());
        assertEquals(before, heard(), what);
        log.assertHas("was refused");
        log.assertHasNot(SECRET_WORDS);
        log.assertHasNot(authorization.length() > 30 ? authorization.substring(10, 30) : SECRET_WORDS);
    }

    @Test
    void no_header_and_a_doubled_one_are_refused() {
        String good = token(t -> t);
        assertEquals(401, deliver(activity()).statusCode());
        assertEquals(401, deliver(activity(), good, good).statusCode());
    }

    @Test
    void a_stranger_is_refused_before_the_body_is_parsed() {
        assertEquals(
                401,
                deliver("{".getBytes(StandardCharsets.UTF_8), "Bearer a.b.c").statusCode());
        assertEquals(
                400,
                deliver("{".getBytes(StandardCharsets.UTF_8), token(t -> t)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smba.trafficmanager.net/amer/",
                "https://smba.trafficmanager.net.evil.example/emea/",
                "https://evil.example/",
                "https://smba.trafficmanager.net@evil.example/emea/",
                "https://user:pass@smba.trafficmanager.net/emea/",
                "https://evilbotframework.com/",
                "http://smba.trafficmanager.net/emea/",
                "https://smba.trafficmanager.net:8443/emea/",
                "https://169.254.169.254/",
                "http://127.0.0.1:9/",
                "file:///etc/passwd",
                "junk",
                ""
            })
    void a_message_that_wants_its_answer_elsewhere_is_refused(String serviceUrl) {
        int before = heard();
        assertEquals(
                403,
                deliver(activity().put("serviceUrl", serviceUrl), token(t -> t)).statusCode());
        String claimed = serviceUrl.isBlank() ? "x" : serviceUrl;
        int both = deliver(activity().put("serviceUrl", serviceUrl), token(t -> t.withClaim("serviceurl", claimed)))
                .statusCode();
        assertEquals(serviceUrl.endsWith("/amer/") ? 202 : 403, both);
        assertEquals(serviceUrl.endsWith("/amer/") ? before + 1 : before, heard());
    }

    @Test
    void another_tenant_another_channel_and_a_key_for_another_channel_are_refused() {
        int before = heard();
        ObjectNode foreign = activity();
        ((ObjectNode) foreign.path("conversation")).put("tenantId", "t2");
        ObjectNode mixed = activity();
        ((ObjectNode) mixed.at("/channelData/tenant")).put("id", "t2");
        ObjectNode homeless = activity();
        homeless.remove("channelData");
        ((ObjectNode) homeless.path("conversation")).remove("tenantId");
        ObjectNode webchat = activity().put("channelId", "webchat");
        for (ObjectNode activity : List.of(foreign, mixed, homeless, webchat)) {
            assertEquals(403, deliver(activity, token(t -> t)).statusCode());
        }
        assertEquals(
                403, deliver(activity(), token(t -> t.withKeyId("webchat"))).statusCode());
        assertEquals(before, heard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "7", "null", "{}", "{\"type\":7}", "{\"type\":\"message\"} trailing", "\u0000"})
    void a_malformed_body_is_no_error_of_ours(String body) {
        int status =
                deliver(body.getBytes(StandardCharsets.UTF_8), token(t -> t)).statusCode();
        assertEquals(400, status, body);
    }

    @Test
    void a_body_of_bottomless_depth_is_refused() {
        String deep = "{\"type\":\"message\",\"value\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertEquals(
                400,
                deliver(deep.getBytes(StandardCharsets.UTF_8), token(t -> t)).statusCode());
    }

    @Test
    void unknown_keys_make_us_look_for_new_ones_once_a_minute_at_most() {
        deliver(activity(), token(t -> t.withKeyId("other")));
        int looks = KEYS.findAll(getRequestedFor(urlEqualTo(Issuer.KEYS))).size();
        for (int i = 0; i < 20; i++) {
            deliver(activity(), token(t -> t.withKeyId("unknown")));
        }
        assertTrue(KEYS.findAll(getRequestedFor(urlEqualTo(Issuer.KEYS))).size() <= looks);
    }

    @Test
    void the_last_good_keys_stay_when_new_ones_cannot_be_fetched() {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        try {
            ISSUER.announce(server);
            HandClock clock = new HandClock();
            okhttp3.HttpUrl metadata = okhttp3.HttpUrl.get(server.baseUrl() + Issuer.METADATA);
            Hosts hosts = new Hosts(java.util.Optional.of(metadata), false);
            SigningKeys keys = new SigningKeys(metadata, hosts, Http.client(), clock);
            assertTrue(keys.find("known").isPresent());
            assertFalse(keys.find("weak").isPresent());
            server.stubFor(get(Issuer.KEYS).willReturn(serverError()));
            clock.pass(Duration.ofDays(2));
            assertTrue(keys.find("known").isPresent());
            server.stubFor(get(Issuer.KEYS).willReturn(okJson("{\"keys\":[]}")));
            clock.pass(Duration.ofDays(2));
            assertTrue(keys.find("known").isPresent());
            server.stubFor(get(Issuer.METADATA).willReturn(okJson("{\"jwks_uri\":\"https://evil.example/keys\"}")));
            clock.pass(Duration.ofDays(2));
            assertTrue(keys.find("known").isPresent());
            assertEquals(
                    3, server.findAll(getRequestedFor(urlEqualTo(Issuer.KEYS))).size());
        } finally {
            server.stop();
        }
    }

    private static String flipped(String token) {
        int at = token.lastIndexOf('.') + 5;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String unsigned(String algorithm, String payload) {
        return encoded("{\"alg\":\"" + algorithm + "\",\"kid\":\"known\"}") + "." + payload + ".AAAA";
    }

    private static String signedWith(String algorithm) {
        return "Bearer " + ISSUER.good(SERVICE).sign(ISSUER.with(algorithm));
    }

    /** Everything right but one claim that is not there. */
    private static String lacking(String claim) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of(
                "iss",
                Issuer.CONNECTOR,
                "aud",
                Issuer.APP,
                "exp",
                Instant.now().plusSeconds(3600),
                "serviceurl",
                SERVICE));
        all.remove(claim);
        return "Bearer "
                + ISSUER.signed(com.auth0.jwt.JWT.create().withKeyId("known").withPayload(all));
    }
}
