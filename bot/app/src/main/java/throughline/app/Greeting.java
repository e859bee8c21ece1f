package throughline.app;

import java.time.Duration;
import java.util.Set;

/** What is said when the bot is ready. */
record Greeting(Settings settings, int port) {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

    String after(Duration start) {
        String ready = settings.local()
                ? "Throughline is ready: " + address()
                : "Throughline is ready, without the local chat: " + address() + "health";
        return ready + " (after " + start.toMillis() + " ms)";
    }

    private String address() {
        return "http://" + host() + ":" + port + "/";
    }

    /** The chat answers this machine only, wherever else the server listens. */
    private String host() {
        String host = EVERYWHERE.contains(settings.bind()) ? "127.0.0.1" : settings.bind();
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
