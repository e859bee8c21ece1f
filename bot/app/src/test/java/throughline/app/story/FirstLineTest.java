package throughline.app.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who starts the bot for the first time. */
class FirstLineTest {
    @TempDir
    Path directory;

    @Test
    void the_sample_answers_and_is_there_again_after_a_restart() throws IOException, InterruptedException {
        String first;
        try (BotProcess bot = BotProcess.start(directory, Map.of())) {
            first = bot.ask("ana", "/roadmap now");
            assertTrue(first.contains("\"text\":\"Now: "), first);
            String line = bot.ask("ana", "which OKR does the onboarding wizard serve?");
            assertTrue(line.contains("\"basis\":\"recorded\""), line);
            assertEquals("200 {\"status\":\"up\"}", bot.health());
            assertTrue(bot.get("/").body().contains("<html"), "the page");
            String metrics = bot.get("/prometheus").body();
            assertTrue(metrics.contains("throughline_inputs_total{kind=\"said\",platform=\"local\"} 2"), metrics);
            assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
            assertFalse(metrics.contains("ana\""), metrics);
            assertEquals(404, bot.get("/env").statusCode());
            assertEquals(143, bot.stopped().status());
        }
        try (BotProcess bot = BotProcess.start(directory, Map.of())) {
            assertEquals(text(first), text(bot.ask("ana", "/roadmap now")));
            assertFalse(bot.stopped().out().contains("roadmap-imported"));
        }
    }

    @Test
    void a_question_waits_in_the_owners_own_conversation_also_after_a_restart()
            throws IOException, InterruptedException {
        try (BotProcess bot = BotProcess.start(directory, Map.of())) {
            String asked = bot.ask("ana", "ask-owner I1: Does it know bakeries?");
            assertTrue(asked.contains("Maya Lindqvist has your question (Q1)."), asked);
            assertFalse(asked.contains("Send the answer"), "what others are told is no answer to the asker");
        }
        try (BotProcess bot = BotProcess.start(directory, Map.of())) {
            bot.ready();
            String told = bot.get("/local/messages?person=maya&channel=dm").body();
            assertTrue(told.contains("Ana asks about Sample schedule at first login (I1)."), told);
            bot.ask("maya", "answer Q1 Not yet.");
            String kept = bot.ask("tom", "Does sample schedule at first login know bakeries?");
            assertTrue(kept.contains("\"text\":\"Not yet."), kept);
        }
    }

    @Test
    void a_moved_clock_goes_on_where_it_was_put() throws IOException, InterruptedException {
        Map<String, String> settable = Map.of("THROUGHLINE_CLOCK", "settable");
        String later = Instant.now()
                .plus(Duration.ofDays(60))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        try (BotProcess bot = BotProcess.start(directory, settable)) {
            HttpResponse<String> moved = bot.post("/local/clock", "{\"now\":\"" + later + "\"}");
            assertTrue(moved.body().contains(later), moved.body());
        }
        try (BotProcess bot = BotProcess.start(directory, settable)) {
            String now = bot.get("/local/clock").body();
            assertTrue(now.contains(later), now);
        }
    }

    @Test
    void a_wrong_setting_stops_the_start_with_one_sentence() throws IOException, InterruptedException {
        try (BotProcess bot = BotProcess.start(directory, Map.of("THROUGHLINE_PORT", "abc"))) {
            assertEquals(
                    new BotProcess.Ended(2, "", "THROUGHLINE_PORT is “abc”; give a port from 0 to 65535.\n"),
                    bot.ended());
        }
    }

    @Test
    void a_port_in_use_stops_the_start_with_one_sentence() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                BotProcess bot =
                        BotProcess.start(directory, Map.of("THROUGHLINE_PORT", String.valueOf(taken.getLocalPort())))) {
            String told = "THROUGHLINE_PORT is " + taken.getLocalPort()
                    + ", which another program uses already; stop that or give another port.\n";
            BotProcess.Ended ended = bot.ended();
            assertEquals(2, ended.status());
            assertEquals(told, ended.err());
        }
    }

    @Test
    void two_bots_in_one_directory_are_kept_apart() throws IOException, InterruptedException {
        try (BotProcess first = BotProcess.start(directory, Map.of())) {
            first.ready();
            try (BotProcess second = BotProcess.start(directory, Map.of())) {
                BotProcess.Ended ended = second.ended();
                assertEquals(2, ended.status());
                assertEquals(1, ended.err().lines().count(), ended.err());
                assertTrue(ended.err().startsWith("THROUGHLINE_DATA"), ended.err());
            }
        }
    }

    @Test
    void a_redis_that_is_not_there_stops_the_start_without_telling_the_password()
            throws IOException, InterruptedException {
        try (BotProcess bot = BotProcess.start(directory, Map.of("REDIS_URI", "redis://:hunter2@127.0.0.1:1"))) {
            BotProcess.Ended ended = bot.ended();
            assertEquals(2, ended.status());
            assertEquals(1, ended.err().lines().count(), ended.err());
            assertTrue(ended.err().startsWith("REDIS_URI"), ended.err());
            assertFalse((ended.err() + ended.out()).contains("hunter2"), ended.err());
        }
    }

    @Test
    void a_roadmap_with_mistakes_is_told_mistake_by_mistake_and_can_be_corrected()
            throws IOException, InterruptedException {
        Path plan = Files.writeString(directory.resolve("plan.yaml"), """
                org: Acme
                initiatives:
                  - id: I1
                    title: Guided setup
                    horizon: soon
                """);
        Map<String, String> environment = Map.of("THROUGHLINE_ROADMAP", plan.toString());
        try (BotProcess bot = BotProcess.start(directory, environment)) {
            BotProcess.Ended ended = bot.ended();
            assertEquals(2, ended.status());
            assertTrue(ended.err().startsWith(plan + " has one mistake, so nothing was imported"), ended.err());
            assertTrue(ended.err().contains(plan + ":5:14: "), ended.err());
        }
        Files.writeString(plan, Files.readString(plan).replace("soon", "now"));
        try (BotProcess bot = BotProcess.start(directory, environment)) {
            String now = bot.ask("ana", "/roadmap now");
            assertTrue(now.contains("Guided setup"), now);
        }
    }

    /** The words of an answer, without the ids that differ each time. */
    private static String text(String json) {
        return json.replaceFirst(".*?\"text\":\"", "").replaceFirst("\",\"card\".*", "");
    }
}
