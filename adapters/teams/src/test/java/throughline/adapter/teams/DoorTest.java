package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door when it lets in clients on this machine. */
class DoorTest {
    private static final String LOCAL = "Host: 127.0.0.1:8080\r\n";

    private static TeamsChat chat;

    @BeforeAll
    static void open() {
        chat = TeamsChat.local();
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    private static String body() {
        return chat.message("m" + System.nanoTime(), Activities.PERSONAL, "now").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080"})
    void a_client_on_this_machine_is_heard_without_a_token(String host) {
        assertEquals(202, post("Host: " + host + "\r\n", body()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example\r\n",
                "Host: 127.0.0.1.evil.example\r\n",
                LOCAL + "Host: evil.example\r\n",
                LOCAL + "Origin: http://evil.example\r\n",
                LOCAL + "Sec-Fetch-Site: cross-site\r\n",
                LOCAL + "X-Forwarded-For: 203.0.113.9\r\n",
                LOCAL + "Forwarded: for=203.0.113.9\r\n",
                LOCAL + "Via: 1.1 proxy\r\n"
            })
    void others_are_not(String headers) {
        int before = chat.heard.size();
        int status = post(headers, body());
        assertTrue(status == 401 || status == 400, headers + status);
        assertEquals(before, chat.heard.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://smba.trafficmanager.net/emea/", "https://evil.example/", "junk", ""})
    void a_local_client_is_answered_on_this_machine_only(String serviceUrl) {
        String elsewhere = chat.message("m1", Activities.PERSONAL, "now")
                .put("serviceUrl", serviceUrl)
                .toString();
        assertEquals(403, post(LOCAL, elsewhere));
    }

    @Test
    void a_stranger_is_refused_before_the_body_is_read() {
        assertEquals(401, promising("Host: evil.example\r\n", 900_000));
    }

    @Test
    void too_much_is_refused() {
        assertEquals(413, promising(LOCAL, 50_000_000));
    }

    private static int promising(String host, int length) {
        return status("POST /api/messages HTTP/1.1\r\n" + host + "Content-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n");
    }

    @Test
    void no_spelling_of_the_path_gets_past_the_door() {
        for (String path : List.of("/api/messages/", "/api//messages", "/%61pi/messages", "/api/messages;x=1")) {
            String request = "POST " + path + " HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body().length() + "\r\nConnection: close\r\n\r\n" + body();
            assertTrue(status(request) >= 400, path);
        }
    }

    @Test
    void what_is_not_ours_is_left_to_others() {
        for (String line : List.of("GET /nothing", "GET /api/other", "HEAD /api/messages")) {
            int status = status(line + " HTTP/1.1\r\n" + LOCAL + "Connection: close\r\n\r\n");
            assertTrue(status == 404 || status == 405, line + " " + status);
        }
    }

    private static int post(String headers, String body) {
        return status("POST /api/messages HTTP/1.1\r\n" + headers + "Content-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static int status(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), chat.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            byte[] start = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(start, StandardCharsets.US_ASCII).substring(9));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
