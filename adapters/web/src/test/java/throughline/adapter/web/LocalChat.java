package throughline.adapter.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import throughline.core.conversation.Clockwork;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Listener;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Transcript;
import throughline.core.conversation.TurnStore;

/** The local chat on a free port, with a scripted bot behind it. */
final class LocalChat implements AutoCloseable {
    final MemoryTranscript transcript = new MemoryTranscript();
    final LocalMessenger messenger = new LocalMessenger(transcript, true);
    final Rehearsal bot;

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    LocalChat(boolean open, Function<Incoming, List<Reply>> script, TurnStore store, Clockwork clock) {
        bot = new Rehearsal(transcript, script);
        server = ApplicationContext.builder(Map.of(
                        "throughline.local", open, "micronaut.server.port", -1, "micronaut.server.host", "127.0.0.1"))
                .build()
                .registerSingleton(Listener.class, bot)
                .registerSingleton(Transcript.class, transcript)
                .registerSingleton(TurnStore.class, store)
                .registerSingleton(Clockwork.class, clock)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
    }

    static LocalChat answering(Function<Incoming, List<Reply>> script) {
        return new LocalChat(true, script, FixedStore.empty(), new HandClock(true));
    }

    /** As if nothing had been said. */
    void beginAnew() {
        transcript.forget();
        bot.forget();
    }

    int port() {
        return server.getPort();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return post(path, json.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
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

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    /** The messages of a successful answer. */
    static JsonNode messages(HttpResponse<String> response) {
        return content(response).path("messages");
    }

    static JsonNode content(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.own(response.body());
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
