package throughline.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event of the log on one line: when, how bad, where, what, and of an exception and its causes the types and places. Their
 * messages are left out, because they may quote what somebody wrote or a password, except those that are written for the log.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final int FRAMES = 12;
    private static final String OURS = "throughline.";
    private static final Pattern BREAK = Pattern.compile("\\R+\\s*");

    @Override
    public String doLayout(ILoggingEvent event) {
        return String.join(
                        " ",
                        event.getInstant().toString(),
                        event.getLevel().toString(),
                        shortened(event.getLoggerName()) + ":",
                        onOneLine(event.getFormattedMessage()) + thrown(event))
                + System.lineSeparator();
    }

    private static String thrown(ILoggingEvent event) {
        return Stream.iterate(event.getThrowableProxy(), thrown -> thrown != null, IThrowableProxy::getCause)
                .map(LogLine::told)
                .collect(Collectors.joining());
    }

    private static String told(IThrowableProxy thrown) {
        return " <- " + thrown.getClassName() + message(thrown)
                + Arrays.stream(thrown.getStackTraceElementProxyArray())
                        .limit(FRAMES)
                        .map(LogLine::place)
                        .collect(Collectors.joining(" ", " at ", ""));
    }

    private static String message(IThrowableProxy thrown) {
        return isOurs(thrown) ? " (" + onOneLine(thrown.getMessage()) + ")" : "";
    }

    /** What our own code throws says what happened and never a secret; what others throw may quote what a person wrote. */
    private static boolean isOurs(IThrowableProxy thrown) {
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        return thrown.getClassName().startsWith(OURS)
                || (frames.length > 0
                        && frames[0].getStackTraceElement().getClassName().startsWith(OURS));
    }

    private static String place(StackTraceElementProxy frame) {
        StackTraceElement element = frame.getStackTraceElement();
        return element.getFileName() + ":" + element.getLineNumber();
    }

    private static String shortened(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static String onOneLine(String text) {
        return BREAK.matcher(Optional.ofNullable(text).orElse("")).replaceAll(" | ");
    }
}
