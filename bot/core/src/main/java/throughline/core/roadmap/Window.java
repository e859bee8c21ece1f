package throughline.core.roadmap;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter or a half year, in the order in which they end; those without a year come last. A date is told as its quarter, because a
 * roadmap promises no dates.
 *
 * @param year 0 if none is given
 */
public record Window(int year, Part part) implements Comparable<Window> {
    /** Quarters and halves, in the order in which they end; a quarter comes before the half that ends with it. */
    public enum Part {
        Q1(3),
        Q2(6),
        H1(6),
        Q3(9),
        Q4(12),
        H2(12);

        private final int lastMonth;

        Part(int lastMonth) {
            this.lastMonth = lastMonth;
        }
    }

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[- ]?([QH]\\d)");
    private static final Pattern PART_FIRST = Pattern.compile("([QH]\\d)[- ]?(\\d{4})?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-\\d{2}");
    private static final Comparator<Window> ORDER = Comparator.<Window, Boolean>comparing(window -> window.year == 0)
            .thenComparing(Window::year)
            .thenComparing(Window::part);

    /** {@code 2026-Q4}, {@code Q4 2026}, {@code H2}, and 2026-11-30 as its quarter; empty for anything else. */
    public static Optional<Window> of(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(yearFirst.group(1), yearFirst.group(2));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return of(day.group(1), "Q" + (Integer.parseInt(day.group(2)) + 2) / 3);
        }
        Matcher partFirst = PART_FIRST.matcher(text);
        return partFirst.matches()
                ? of(partFirst.group(2) == null ? "0" : partFirst.group(2), partFirst.group(1))
                : Optional.empty();
    }

    private static Optional<Window> of(String year, String part) {
        for (Part known : Part.values()) {
            if (known.name().equals(part)) {
                return Optional.of(new Window(Integer.parseInt(year), known));
            }
        }
        return Optional.empty();
    }

    /** "Q4 2026", or "Q4". */
    public String title() {
        return year == 0 ? part.name() : part + " " + year;
    }

    /** Whether it ended before a day; one without a year never does. */
    public boolean isOver(LocalDate day) {
        return year != 0 && YearMonth.of(year, part.lastMonth).atEndOfMonth().isBefore(day);
    }

    /** Sorts as the windows do. */
    String key() {
        String in = year == 0 ? "~" : String.format(Locale.ROOT, "%04d", year);
        boolean isHalf = part == Part.H1 || part == Part.H2;
        return in + String.format(Locale.ROOT, "%02d", part.lastMonth) + (isHalf ? "b" : "a");
    }

    @Override
    public int compareTo(Window other) {
        return ORDER.compare(this, other);
    }
}
