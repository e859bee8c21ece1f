package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class HttpTest {
    /** How long Node's servers keep a connection that nobody uses. */
    private static final Duration COMMON = Duration.ofSeconds(5);

    @Test
    void an_idle_connection_is_given_up_before_a_server_does_so() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            OkHttpClient client = Http.client();
            call(client, server.getAddress().getPort());
            assertEquals(1, client.connectionPool().idleConnectionCount());
            Instant end = Instant.now().plus(COMMON);
            while (client.connectionPool().idleConnectionCount() > 0
                    && Instant.now().isBefore(end)) {
                Thread.sleep(20);
            }
            assertEquals(0, client.connectionPool().idleConnectionCount());
        } finally {
            server.stop(0);
        }
    }

    private static void call(OkHttpClient client, int port) throws IOException {
        Request request =
                new Request.Builder().url("http://127.0.0.1:" + port + "/").build();
        try (Response response = client.newCall(request).execute()) {
            assertTrue(response.isSuccessful());
        }
    }
}
