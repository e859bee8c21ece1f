package throughline.adapter.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Slack calls us, and does not answer when we call. */
class DeadSlackTest {
    private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);

    @Test
    void a_refusing_slack_delays_neither_the_start_nor_an_acknowledgement() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        acknowledges(port);
    }

    @Test
    void a_silent_slack_delays_neither_the_start_nor_an_acknowledgement() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            acknowledges(silent.getLocalPort());
        }
    }

    private static void acknowledges(int port) {
        Rehearsal bot = new Rehearsal();
        bot.beginAnew(incoming -> List.of(Cards.privately("Now: 1 bet.")));
        String address = "http://127.0.0.1:" + port;
        long start = System.nanoTime();
        Map<String, Object> properties = Map.of(
                "slack.bot-token", "xoxb-test", "slack.app-token", "xapp-test", "slack.api-url", address + "/api/");
        try (SlackServer slack = new SlackServer(bot, properties)) {
            bot.speakThrough(slack.messenger());
            assertTrue(since(start).compareTo(Duration.ofSeconds(10)) < 0);

            String event =
                    Payloads.event("Ev1", Payloads.mention("<@UBOT> now")).toString();
            assertEquals(200, inTime(() -> slack.event(event).statusCode()));
            String hook = address + "/hook";
            assertEquals(
                    200,
                    inTime(() -> slack.interaction(
                                    Payloads.tap("ask:t:0", "now", "trig", hook).toString())
                            .statusCode()));
            assertEquals(
                    200,
                    inTime(() -> slack.command(Payloads.command("now", "trig2", hook))
                            .statusCode()));
            assertEquals(3, bot.heard().size());
        }
    }

    private static int inTime(java.util.function.IntSupplier call) {
        long start = System.nanoTime();
        int status = call.getAsInt();
        assertTrue(
                since(start).compareTo(SLACKS_PATIENCE) < 0, () -> since(start).toString());
        return status;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
