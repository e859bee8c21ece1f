package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.StoreUnavailable;

class LogLineTest {
    private static final Instant NOW = Instant.parse("2027-01-04T09:30:00.123Z");

    @Test
    void tells_when_how_bad_where_and_what() {
        assertEquals(
                "2027-01-04T09:30:00.123Z WARN Ticker: duty-failed: catch-up" + System.lineSeparator(),
                line("duty-failed: catch-up", Optional.empty()));
    }

    @Test
    void an_event_stays_on_one_line() {
        String line = line("one\r\n  two", Optional.of(new StoreUnavailable("a\nb", new RuntimeException())));
        assertTrue(line.contains("one | two"), line);
        assertTrue(line.contains("StoreUnavailable (a | b) at LogLineTest.java:"), line);
        assertEquals(1, line.lines().count());
    }

    @Test
    void what_somebody_wrote_is_not_told_by_an_exception() {
        Throwable broken = assertThrows(NumberFormatException.class, () -> Integer.parseInt("Acme leaves us"));
        String line = line("turn-broke", Optional.of(broken));
        assertTrue(line.contains("NumberFormatException at NumberFormatException.java:"), line);
        assertFalse(line.contains("Acme"), line);
    }

    @Test
    void what_our_own_code_says_is_told_with_its_causes() {
        Throwable broken = new IllegalStateException("no messenger speaks there", new IllegalArgumentException("why"));
        String line = line("turn-broke", Optional.of(broken));
        assertTrue(line.contains("IllegalStateException (no messenger speaks there) at LogLineTest.java:"), line);
        assertTrue(line.contains(" <- java.lang.IllegalArgumentException (why) at "), line);
    }

    private static String line(String message, Optional<Throwable> thrown) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(new LoggerContext());
        event.setLoggerName("throughline.app.Ticker");
        event.setLevel(Level.WARN);
        event.setMessage(message);
        event.setInstant(NOW);
        thrown.map(ThrowableProxy::new).ifPresent(event::setThrowableProxy);
        return new LogLine().doLayout(event);
    }
}
