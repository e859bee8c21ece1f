package throughline.adapter.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What is not Slack's, or more than Slack sends. */
class GuardTest {
    @RegisterExtension
    static final WireMockExtension API = WireMockExtension.newInstance().build();

    private static final String MARK = "body-that-nobody-may-log";
    private static final Rehearsal BOT = new Rehearsal();
    private static SlackServer slack;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void open() {
        slack = SlackServer.of(BOT, API.baseUrl() + "/api/");
    }

    @AfterAll
    static void close() {
        slack.close();
    }

    @BeforeEach
    void begin() {
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true}")));
        BOT.beginAnew(incoming -> List.of(Cards.privately("Now: 1 bet.")));
        log.start();
        root().addAppender(log);
        root().setLevel(Level.INFO);
    }

    @AfterEach
    void nothing_of_a_body_was_logged() {
        BOT.settle();
        root().detachAppender(log);
        root().setLevel(Level.WARN);
        assertFalse(log.list.stream().anyMatch(GuardTest::tells));
    }

    private static boolean tells(ILoggingEvent event) {
        return event.getFormattedMessage().contains(MARK)
                || (event.getThrowableProxy() != null
                        && String.valueOf(event.getThrowableProxy().getMessage())
                                .contains(MARK));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** How a request may be wrong: name, and its headers. */
    record Wrong(String name, List<String> headers, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrong> unsigned() {
        long now = Instant.now().getEpochSecond();
        String event =
                Payloads.event("Ev1", Payloads.mention("<@UBOT> " + MARK)).toString();
        List<Wrong> wrong = new ArrayList<>();
        for (String body : List.of(event, "command=%2Froadmap&text=" + MARK, MARK, "{" + MARK, "payload=" + MARK)) {
            String good = sign(now, body);
            wrong.add(new Wrong("nothing", List.of("X-Other", "1"), body));
            wrong.add(new Wrong("no signature", headers(now), body));
            wrong.add(new Wrong("no timestamp", List.of(Signatures.SIGNATURE, good), body));
            wrong.add(new Wrong("two signatures", with(headers(now, good), Signatures.SIGNATURE, good), body));
            wrong.add(new Wrong("two timestamps", with(headers(now, good), Signatures.TIMESTAMP, "" + now), body));
            wrong.add(new Wrong("too old", headers(now - 302, sign(now - 302, body)), body));
            wrong.add(new Wrong("too new", headers(now + 320, sign(now + 320, body)), body));
            wrong.add(new Wrong("in ten years", headers(now + 315_360_000, sign(now + 315_360_000, body)), body));
            wrong.add(new Wrong("flipped", headers(now, flipped(good)), body));
            wrong.add(new Wrong("another body", headers(now, sign(now, body + " ")), body));
            wrong.add(new Wrong("upper case", headers(now, good.toUpperCase(java.util.Locale.ROOT)), body));
            wrong.add(new Wrong("another secret", headers(now, Signed.v0("x", "" + now, bytes(body))), body));
        }
        return wrong.stream();
    }

    private static List<String> with(List<String> headers, String name, String value) {
        return Stream.concat(headers.stream(), Stream.of(name, value)).toList();
    }

    private static List<String> headers(long time) {
        return List.of(Signatures.TIMESTAMP, String.valueOf(time));
    }

    private static List<String> headers(long time, String signature) {
        return with(headers(time), Signatures.SIGNATURE, signature);
    }

    private static String sign(long time, String body) {
        return Signed.v0(Signed.SECRET, String.valueOf(time), bytes(body));
    }

    private static String flipped(String good) {
        return good.substring(0, 66) + (good.charAt(66) == '0' ? '1' : '0');
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("unsigned")
    void what_slack_did_not_sign_just_now_is_refused_unread(Wrong wrong) {
        HttpRequest.Builder request = slack.request()
                .headers(wrong.headers().toArray(String[]::new))
                .POST(HttpRequest.BodyPublishers.ofString(wrong.body()));
        assertEquals(401, slack.send(request).statusCode());
        assertTrue(BOT.heard().isEmpty());
    }

    @Test
    void a_replay_is_refused() {
        var request = slack.signedRequest(
                bytes(Payloads.event("Ev1", Payloads.mention("<@UBOT> once")).toString()), "application/json");
        assertEquals(200, slack.send(request).statusCode());
        assertEquals(401, slack.send(request).statusCode());
        assertEquals(1, BOT.heard().size());
    }

    @Test
    void only_an_event_may_be_sent_again() {
        String command = "command=%2Froadmap&text=now&team_id=T1&user_id=U1&channel_id=C1&trigger_id=again";
        var asked = slack.signedRequest(bytes(command), "application/x-www-form-urlencoded");
        assertEquals(200, slack.send(asked).statusCode());
        assertEquals(401, slack.send(asked.header("X-Slack-Retry-Num", "1")).statusCode());

        var event = slack.signedRequest(
                bytes(Payloads.event("Ev2", Payloads.mention("<@UBOT> twice")).toString()), "application/json");
        assertEquals(200, slack.send(event).statusCode());
        assertEquals(200, slack.send(event.header("X-Slack-Retry-Num", "1")).statusCode());
        assertEquals(2, BOT.heard().size());
    }

    static Stream<String> signedJunk() {
        return Stream.of(
                "",
                " ",
                MARK,
                "{",
                "{}" + MARK,
                "{\"type\":\"" + MARK,
                "[\"" + MARK + "\"]",
                "payload=%7B" + MARK,
                "payload=" + MARK,
                "payload=%",
                "payload=%zz" + MARK,
                "payload={\"type\":\"block_actions\",\"actions\":\"" + MARK + "\"}",
                "payload={\"type\":\"block_actions\"}",
                "payload={\"type\":\"view_submission\",\"view\":[]}",
                "payload={\"type\":\"view_submission\",\"view\":{\"type\":\"modal\",\"private_metadata\":\"" + MARK
                        + "\"}}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\",\"text\":{\"" + MARK + "\":1}}}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"text\":[\"" + MARK + "\"]}}",
                "{\"type\":\"event_callback\",\"event\":\"" + MARK + "\"}",
                "{\"type\":\"" + MARK + "\"}",
                "payload={\"type\":\"" + MARK + "\"}",
                "{\"a\":" + "[".repeat(100_000),
                "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "payload={\"type\":\"block_actions\",\"a\":" + "[".repeat(900) + "]".repeat(900) + "}",
                "command=%2F" + MARK + "&text=x",
                "command=&text=" + MARK);
    }

    @ParameterizedTest
    @MethodSource("signedJunk")
    void signed_junk_does_no_harm(String body) {
        String type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        int status = slack.signed(body, type).statusCode();
        assertTrue(List.of(200, 400, 401, 404, 500).contains(status), () -> "" + status);
        assertTrue(BOT.heard().isEmpty());
    }

    @Test
    void a_body_of_fifty_megabytes_is_refused_while_others_are_answered() {
        InputStream endless = new InputStream() {
            private long left = 50L * 1024 * 1024;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                left -= length;
                return length;
            }
        };
        int status = 413;
        try {
            status = slack.send(slack.request().POST(HttpRequest.BodyPublishers.ofInputStream(() -> endless)))
                    .statusCode();
        } catch (java.io.UncheckedIOException cutOff) {
            assertFalse(cutOff.toString().isEmpty());
        }
        assertEquals(413, status);
        assertEquals(
                413, slack.signed("x".repeat(1024 * 1024 + 1), "text/plain").statusCode());
        assertEquals(200, answered());
    }

    @Test
    void slow_bodies_keep_nobody_waiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int number = 0; number < 100; number++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), slack.port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(bytes(
                                "POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"));
            }
            assertEquals(200, answered());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static int answered() {
        return slack.command(Payloads.command("now", "trig" + System.nanoTime(), API.baseUrl() + "/hook"))
                .statusCode();
    }

    @Test
    void there_is_nothing_else_at_this_address() {
        assertEquals(405, slack.send(slack.request().GET()).statusCode());
        assertEquals(Map.of(), Form.read(""));
    }
}
