package throughline.core.ritual;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ritual happens once in: {@code 2026-W47}, an ISO week of the local date, or {@code 2026-Q4+2}, the second reminder of a
 * quarter. Sorts in time.
 */
public record Period(String id) implements Comparable<Period> {
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])\\+[1-9]");
    private static final Pattern WRITTEN = Pattern.compile(WEEK + "|" + QUARTER);

    public Period {
        if (!WRITTEN.matcher(id).matches()) {
            throw new IllegalArgumentException("not a period: " + id);
        }
    }

    public static Period weekOf(LocalDate day) {
        return new Period(String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    /** @param reminder from 1 */
    static Period quarterOf(LocalDate day, int reminder) {
        return new Period(
                String.format(Locale.ROOT, "%04d-Q%d+%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR), reminder));
    }

    /** Empty if it is not written as one. */
    public static Optional<Period> of(String written) {
        return WRITTEN.matcher(written).matches() ? Optional.of(new Period(written)) : Optional.empty();
    }

    /** The Monday of a week; empty for a quarter. */
    public Optional<LocalDate> monday() {
        Matcher week = WEEK.matcher(id);
        return week.matches()
                ? Optional.of(LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(Integer.parseInt(week.group(2)) - 1L))
                : Optional.empty();
    }

    /** The first day on which a later period may begin. */
    LocalDate openFrom() {
        Matcher quarter = QUARTER.matcher(id);
        return quarter.matches()
                ? LocalDate.of(Integer.parseInt(quarter.group(1)), 3 * Integer.parseInt(quarter.group(2)) - 2, 1)
                : monday().orElseThrow().plusWeeks(1);
    }

    @Override
    public int compareTo(Period other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
