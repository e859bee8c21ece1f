package throughline.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final String LATER = "{\"now\":\"2027-01-04T09:30:00Z\"}";

    @Test
    void a_settable_clock_moves_forward() {
        try (LocalChat chat = chat(true)) {
            assertEquals(
                    "{\"v\":1,\"now\":\"2027-01-01T00:00:00Z\",\"settable\":true}",
                    chat.get("/local/clock").body());
            assertEquals(
                    "{\"v\":1,\"now\":\"2027-01-04T09:30:00Z\",\"settable\":true}",
                    chat.post("/local/clock", LATER).body());
            assertEquals(
                    "{\"v\":1,\"now\":\"2027-01-04T09:30:00Z\",\"settable\":true}",
                    chat.get("/local/clock").body());
        }
    }

    @Test
    void a_clock_that_runs_by_itself_names_the_setting() {
        try (LocalChat chat = chat(false)) {
            HttpResponse<String> response = chat.post("/local/clock", LATER);
            assertEquals(409, response.statusCode());
            assertTrue(response.body().contains("THROUGHLINE_CLOCK=settable"));
        }
    }

    @Test
    void the_past_and_what_is_no_instant_are_refused() {
        try (LocalChat chat = chat(true)) {
            for (String body : List.of(
                    "{\"now\":\"2026-12-31T23:59:59Z\"}",
                    "{\"now\":\"tomorrow\"}",
                    "{\"now\":\"2027-01-04\"}",
                    "{}",
                    "")) {
                HttpResponse<String> response = chat.post("/local/clock", body);
                assertEquals(400, response.statusCode(), body);
                assertTrue(Json.own(response.body()).path("error").asText().endsWith("."), body);
            }
            assertTrue(chat.get("/local/clock").body().contains("2027-01-01T00:00:00Z"));
        }
    }

    private static LocalChat chat(boolean settable) {
        return new LocalChat(true, incoming -> List.of(), FixedStore.empty(), new HandClock(settable));
    }
}
