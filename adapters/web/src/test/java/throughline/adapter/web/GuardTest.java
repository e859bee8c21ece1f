package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final String LOCAL = "Host: 127.0.0.1:8080\r\n";
    private static final String MESSAGE = "{\"person\":\"ana\",\"channel\":\"dm\",\"text\":\"now\"}";

    private static LocalChat chat;

    @BeforeAll
    static void open() {
        chat = LocalChat.answering(incoming -> List.of(Cards.openly("Now: nothing.")));
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/local/chat.css",
                "/local/chat.js",
                "/local/logo.svg",
                "/local/people",
                "/local/channels",
                "/local/clock",
                "/local/messages?person=ana&channel=dm",
                "/local/transcript?person=ana&channel=dm"
            })
    void this_machine_is_answered_and_a_rebound_name_is_not(String path) {
        assertEquals(200, status(raw("GET", path, LOCAL, "")));
        assertHidden(raw("GET", path, "Host: evil.com\r\n", ""));
        assertHidden(raw("GET", path, LOCAL + "Origin: http://evil.com\r\n", ""));
        assertHidden(raw("GET", path, LOCAL + "Sec-Fetch-Site: cross-site\r\n", ""));
        assertHidden(raw("GET", path, LOCAL + "X-Forwarded-For: 203.0.113.9\r\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})
    void a_stranger_learns_nothing_by_any_method(String method) {
        for (String path : List.of("/", "/local", "/local/", "/local/messages", "/local/nothing", "/local/chat.js")) {
            assertHidden(raw(method, path, "Host: evil.com\r\nContent-Length: 0\r\n", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%6cocal/people", "/local%2fpeople", "//local/people", "/local//people", "/./local/people",
                        "/x/../local/people",
                "/local/people/", "/local/people;x=1", "/LOCAL/people", "/local/people%20", "/;/local/people",
                        "http://127.0.0.1/local/people"
            })
    void no_spelling_of_a_path_gets_past_the_guard(String path) {
        String answer = raw("GET", path, "Host: evil.com\r\n", "");
        assertTrue(status(answer) >= 400, answer);
        assertFalse(answer.contains("\"people\""), answer);
    }

    @Test
    void a_message_from_elsewhere_is_not_heard() {
        int before = chat.bot.heard().size();
        String json = "Content-Type: application/json\r\nContent-Length: " + MESSAGE.length() + "\r\n";
        assertHidden(raw("POST", "/local/messages", "Host: evil.com\r\n" + json, MESSAGE));
        assertHidden(raw("POST", "/local/messages", LOCAL + "Origin: null\r\n" + json, MESSAGE));
        assertHidden(raw("POST", "/local/messages", LOCAL + "Origin: http://127.0.0.1:9\r\n" + json, MESSAGE));
        assertEquals(before, chat.bot.heard().size());
    }

    @Test
    void the_own_page_is_heard() {
        String headers = LOCAL + "Origin: http://127.0.0.1:8080\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/json; charset=utf-8\r\nContent-Length: " + MESSAGE.length() + "\r\n";
        assertEquals(200, status(raw("POST", "/local/messages", headers, MESSAGE)));
    }

    @Test
    void a_stranger_is_refused_before_the_body_is_read() {
        String promised = "Host: evil.com\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n";
        assertEquals(404, status(raw("POST", "/local/messages", promised, "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html"
            })
    void a_form_of_another_page_cannot_pretend_to_be_json(String type) {
        int before = chat.bot.heard().size();
        for (String path : List.of("/local/messages", "/local/actions", "/local/clock")) {
            HttpResponse<String> response = chat.send(
                    chat.request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(MESSAGE)));
            assertEquals(415, response.statusCode());
            assertEquals(
                    "Send JSON with the header Content-Type: application/json.",
                    Json.own(response.body()).path("error").asText());
        }
        assertEquals(before, chat.bot.heard().size());
    }

    @Test
    void a_body_without_a_type_is_not_taken_for_json() {
        HttpResponse<String> response =
                chat.send(chat.request("/local/messages").POST(HttpRequest.BodyPublishers.ofString(MESSAGE)));
        assertEquals(415, response.statusCode());
    }

    @ParameterizedTest
    @CsvSource({"POST,/,405", "DELETE,/local/messages,405", "GET,/local/actions,405", "GET,/local/nothing,404"})
    void a_local_mistake_is_told_with_what_to_do(String method, String path, int status) {
        HttpResponse<String> response = chat.send(chat.request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody()));
        assertEquals(status, response.statusCode());
        assertFalse(Json.own(response.body()).path("error").asText().isEmpty());
    }

    @Test
    void the_page_may_load_and_run_only_what_comes_with_it() {
        for (String path : List.of("/", "/local/chat.js", "/local/people")) {
            HttpResponse<String> response = chat.get(path);
            String policy =
                    response.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.contains("default-src 'self'"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals(List.of(policy), response.headers().allValues("Content-Security-Policy"));
            assertEquals(List.of("nosniff"), response.headers().allValues("X-Content-Type-Options"));
            assertEquals(List.of("no-referrer"), response.headers().allValues("Referrer-Policy"));
        }
    }

    @Test
    void the_page_names_nothing_from_elsewhere_and_nothing_inline() {
        String page = chat.get("/").body();
        assertFalse(page.contains("//"), "an address of another host");
        assertFalse(page.contains("<style"), "inline style");
        assertFalse(page.contains("style="), "inline style");
        assertFalse(page.matches("(?s).*<script(?![^>]* src=).*"), "inline script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/local/people", "/local/chat.js", "/local/messages?person=ana&channel=dm"})
    void a_closed_chat_has_no_page_and_no_paths(String path) {
        try (LocalChat closed = new LocalChat(false, incoming -> List.of(), FixedStore.empty(), new HandClock(true))) {
            assertEquals(404, closed.get(path).statusCode());
            assertEquals(404, closed.post("/local/messages", MESSAGE).statusCode());
            assertTrue(closed.bot.heard().isEmpty());
        }
    }

    private static void assertHidden(String answer) {
        assertEquals(404, status(answer), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        assertFalse(answer.toLowerCase(Locale.ROOT).contains("throughline"), answer);
        assertFalse(answer.contains("Allow"), answer);
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    /** Sends what a well-behaved client would not. */
    private static String raw(String method, String path, String headers, String body) {
        String request = method + " " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), chat.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
