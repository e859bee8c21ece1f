package throughline.app;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.conversation.StoreUnavailable;

/**
 * An exception on the line of its event: types and places, and the same for its causes. Messages are left out, because they may
 * quote what somebody wrote or a password, except those that are written for the log.
 */
public final class Trace extends ThrowableHandlingConverter {
    private static final int FRAMES = 12;
    private static final Set<String> FOR_THE_LOG = Set.of(StoreUnavailable.class.getName());

    @Override
    public String convert(ILoggingEvent event) {
        return Stream.iterate(event.getThrowableProxy(), proxy -> proxy != null, IThrowableProxy::getCause)
                .map(Trace::line)
                .collect(Collectors.joining(" caused by "));
    }

    private static String line(IThrowableProxy thrown) {
        return thrown.getClassName()
                + message(thrown)
                + Arrays.stream(thrown.getStackTraceElementProxyArray())
                        .limit(FRAMES)
                        .map(Trace::place)
                        .collect(Collectors.joining(" < ", " at ", ""));
    }

    private static String message(IThrowableProxy thrown) {
        return FOR_THE_LOG.contains(thrown.getClassName()) ? " (" + thrown.getMessage() + ")" : "";
    }

    private static String place(StackTraceElementProxy frame) {
        StackTraceElement element = frame.getStackTraceElement();
        return element.getFileName() + ":" + element.getLineNumber();
    }
}
