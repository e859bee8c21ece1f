package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What is logged while it is open, by us and by what we build on, in every detail. */
final class Log implements AutoCloseable {
    private static final List<String> TALKERS = List.of("throughline", "com.microsoft", "com.auth0", "okhttp3");

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    Log() {
        lines.start();
        loggers().forEach(logger -> {
            logger.setLevel(Level.TRACE);
            logger.addAppender(lines);
        });
    }

    private static Stream<Logger> loggers() {
        return TALKERS.stream().map(name -> (Logger) LoggerFactory.getLogger(name));
    }

    void assertHas(String text) {
        assertTrue(all().contains(text), this::all);
    }

    void assertHasNot(String text) {
        assertFalse(all().contains(text), this::all);
    }

    long count(String text) {
        return lines().filter(line -> line.contains(text)).count();
    }

    private String all() {
        return String.join("\n", lines().toList());
    }

    private Stream<String> lines() {
        return List.copyOf(lines.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : " " + event.getThrowableProxy().getMessage()));
    }

    @Override
    public void close() {
        loggers().forEach(logger -> {
            logger.setLevel(null);
            logger.detachAppender(lines);
        });
    }
}
