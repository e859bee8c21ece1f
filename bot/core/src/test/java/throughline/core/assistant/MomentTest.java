package throughline.core.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throughline.core.conversation.History;
import throughline.core.conversation.Input;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Acme;

class MomentTest {
    /** Today is Friday, 20 November 2026. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 2026-11-19, 19 November 2026",
        "q4, 2026-09-30, the start of Q4 2026",
        "Q1 2026, 2025-12-31, the start of Q1 2026",
        "2026-q2, 2026-03-31, the start of Q2 2026",
        "march, 2026-02-28, the start of 1 March 2026",
        "the beginning of march, 2026-02-28, the start of 1 March 2026",
        "last quarter, 2026-06-30, the start of 1 July 2026",
        "the start of the year, 2025-12-31, the start of 1 January 2026",
        "monday, 2026-11-16, 16 November 2026",
        "last review, 2026-09-30, the last quarter's review",
        "3 days ago, 2026-11-17, 17 November 2026",
        "two quarters ago, 2026-05-20, 20 May 2026",
        "march 31, 2026-03-31, 31 March 2026",
        "the 31st of March 2026, 2026-03-31, 31 March 2026",
        "the end of Q1, 2026-03-31, the end of 31 March 2026",
        "end of february, 2026-02-28, the end of 28 February 2026",
        "the end of last year, 2025-12-31, the end of 31 December 2025",
        "the end of the last quarter, 2026-09-30, the end of 30 September 2026",
        "today, 2026-11-20, now"
    })
    void moments_are_read_as_people_say_them(String text, LocalDate day, String words) {
        Optional<Moment> moment = Moment.of(text, scene(Acme.NOW));
        assertEquals(Optional.of(day), moment.map(Moment::day));
        assertEquals(Optional.of(words), moment.map(Moment::words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the end of the year", "end of november", "end of monday", "february 30", "2027-01-01"})
    void what_is_no_day_in_the_past_is_none(String text) {
        assertEquals(Optional.empty(), Moment.of(text, scene(Acme.NOW)));
    }

    @Test
    void a_weekday_that_is_a_first_is_no_month() {
        Scene thursday = scene(Acme.NOW.plus(Duration.ofDays(13)));
        for (String tuesday : new String[] {"tuesday", "tue", "last tue"}) {
            assertEquals(
                    Optional.of(LocalDate.of(2026, 12, 1)),
                    Moment.of(tuesday, thursday).map(Moment::day),
                    tuesday);
        }
    }

    private static Scene scene(Instant now) {
        return new Scene(
                Acme.roadmap(),
                History.NONE,
                Acme.people(),
                Acme.people().find(Acme.SAM).orElseThrow(),
                new Chat().incoming("sam", "dm:sam", new Input.Said("now", Input.Manner.OPEN)),
                now,
                "id1");
    }
}
