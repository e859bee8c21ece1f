package throughline.core.roadmap;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release window: a quarter or a half year, however it is written. */
public final class Window {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[- ]?(Q[1-4]|H[12])");
    private static final Pattern YEAR_LAST = Pattern.compile("(Q[1-4]|H[12])[- ]?(\\d{4})");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])-\\d{2}");

    private Window() {}

    /** {@code 2026-Q4} for "Q4 2026" and "2026 q4", and for a day its quarter; empty for anything else. */
    public static Optional<String> of(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return Optional.of(yearFirst.group(1) + "-" + yearFirst.group(2));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            return Optional.of(yearLast.group(2) + "-" + yearLast.group(1));
        }
        Matcher day = DAY.matcher(text);
        return day.matches()
                ? Optional.of(day.group(1) + "-Q" + (Integer.parseInt(day.group(2)) + 2) / 3)
                : Optional.empty();
    }
}
