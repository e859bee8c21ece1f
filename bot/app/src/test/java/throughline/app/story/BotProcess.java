package throughline.app.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program, started as an operator would. */
final class BotProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("Throughline is ready: (http://\\S+/) ");

    private final Process process;
    private final Path out;
    private final Path err;
    private final HttpClient client = HttpClient.newHttpClient();

    private BotProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What a program that ended left behind. */
    record Ended(int status, String out, String err) {}

    static BotProcess start(Path directory, Map<String, String> environment) throws IOException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(List.of("-Xmx192m", "-cp", System.getProperty("java.class.path"), "throughline.app.Main"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(THROUGHLINE|REDIS|SLACK|MICROSOFT|TEAMS)_.*"));
        builder.environment().put("THROUGHLINE_PORT", "0");
        builder.environment().put("THROUGHLINE_DATA", directory.resolve("data").toString());
        builder.environment().putAll(environment);
        return new BotProcess(builder.start(), out, err);
    }

    /** Waits until the bot says that it is ready, and returns where. */
    URI ready() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            Matcher ready = READY.matcher(Files.readString(out));
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("The bot did not start.\n" + Files.readString(out) + Files.readString(err));
    }

    /** Waits until the bot has ended by itself. */
    Ended ended() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The bot runs on.\n" + Files.readString(out));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Asks the bot to end, as an operating system does. */
    Ended stopped() throws IOException, InterruptedException {
        process.destroy();
        return ended();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(ready().resolve(path)));
    }

    /** What the bot says of itself once nothing is loading any more; it is up all the while. */
    String health() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        String told = told(get("/health"));
        while (told.contains("\"loading")
                && told.startsWith("200 ")
                && Instant.now().isBefore(end)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
            told = told(get("/health"));
        }
        return told;
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(ready().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Says something to the bot in a direct conversation and returns the answer's JSON. */
    String ask(String person, String text) throws IOException, InterruptedException {
        String json = "{\"person\":\"%s\",\"channel\":\"dm\",\"text\":\"%s\",\"thread\":null}".formatted(person, text);
        return post("/local/messages", json).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
