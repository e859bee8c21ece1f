package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SkewTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");

    private static Skew by(Duration ahead) {
        Skew skew = new Skew(() -> NOW.plus(ahead), () -> NOW);
        skew.run();
        return skew;
    }

    @Test
    void clocks_that_agree_are_no_problem() {
        assertEquals(Duration.ZERO, by(Duration.ZERO).last());
        assertEquals(Optional.empty(), by(Duration.ofSeconds(59)).problem());
    }

    @Test
    void a_minute_is_too_much_in_either_direction() {
        assertEquals(
                Optional.of("the store's clock is 60 s from this machine's"),
                by(Duration.ofSeconds(60)).problem());
        assertEquals(Duration.ofSeconds(-61), by(Duration.ofSeconds(-61)).last());
        assertEquals(
                Optional.of("the store's clock is 61 s from this machine's"),
                by(Duration.ofSeconds(-61)).problem());
    }
}
