package throughline.adapter.slack;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Messenger;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Arrivals;
import throughline.core.delivery.InMemoryDeliveries;
import throughline.core.delivery.Waits;

/** The adapter on a free port, and Slack's hand that calls it. */
final class SlackServer implements AutoCloseable {
    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    SlackServer(Listener listener, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "micronaut.server.port",
                -1,
                "micronaut.server.host",
                "127.0.0.1",
                "micronaut.server.max-request-size",
                1024 * 1024,
                "slack.signing-secret",
                Signed.SECRET));
        all.putAll(properties);
        server = ApplicationContext.builder(all)
                .build()
                .registerSingleton(Listener.class, listener)
                .registerSingleton(Waits.class, Waits.USUAL)
                .registerSingleton(Allowances.class, new InMemoryDeliveries(Instant::now, Waits.USUAL))
                .registerSingleton(Arrivals.class, (Arrivals) parcel -> Optional.empty())
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }

    static SlackServer of(Rehearsal bot, String api) {
        SlackServer slack = new SlackServer(bot, Map.of("slack.bot-token", "xoxb-test", "slack.api-url", api));
        bot.speakThrough(slack.messenger());
        return slack;
    }

    Messenger messenger() {
        return server.getApplicationContext().getBean(SlackMessenger.class);
    }

    SocketMode socketMode(String token, SocketMode.Rhythm rhythm) {
        ApplicationContext context = server.getApplicationContext();
        return new SocketMode(context.getBean(Api.class), token, context.getBean(Door.class), rhythm);
    }

    int port() {
        return server.getPort();
    }

    HttpResponse<String> command(Map<String, String> fields) {
        return form(fields);
    }

    HttpResponse<String> interaction(String payload) {
        return form(Map.of("payload", payload));
    }

    private HttpResponse<String> form(Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return signed(body, "application/x-www-form-urlencoded");
    }

    HttpResponse<String> event(String body) {
        return signed(body, "application/json");
    }

    HttpResponse<String> signed(String body, String type) {
        return send(signedRequest(body.getBytes(StandardCharsets.UTF_8), type));
    }

    HttpRequest.Builder signedRequest(byte[] body, String type) {
        String now = String.valueOf(Instant.now().getEpochSecond());
        return request()
                .header("Content-Type", type)
                .header(Signatures.TIMESTAMP, now)
                .header(Signatures.SIGNATURE, Signed.v0(Signed.SECRET, now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/slack/events"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
