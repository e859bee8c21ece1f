package throughline.core.ritual;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.roadmap.Quarter;

/**
 * What a ritual happens once in: {@code 2026-W47}, an ISO week of the local date, or {@code 2026-Q4+2}, the second reminder of a
 * quarter, and {@code 2026-M11+2} of one that ends with November. Sorts in time.
 */
public record Period(String id) implements Comparable<Period> {
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Pattern QUARTER =
            Pattern.compile("(?<quarter>\\d{4}-(?:Q[1-4]|M(?:0[124578]|1[01])))\\+[1-9]");
    private static final Pattern WRITTEN = Pattern.compile(WEEK + "|" + QUARTER);

    /** Where an id tells whether it is that of a week, or how a quarter is called. */
    private static final int KIND = 5;

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
    public static Period of(Quarter quarter, int reminder) {
        return new Period(quarter.key() + "+" + reminder);
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

    /** The quarter of a reminder; empty for a week. */
    public Optional<Quarter> quarter() {
        Matcher quarter = QUARTER.matcher(id);
        return quarter.matches() ? Quarter.of(quarter.group("quarter")) : Optional.empty();
    }

    /** The first day on which a later period may begin. */
    LocalDate openFrom() {
        return quarter()
                .map(Quarter::from)
                .orElseGet(() -> monday().orElseThrow().plusWeeks(1));
    }

    /** Quarters by their months, since a fiscal year may have been moved. */
    @Override
    public int compareTo(Period other) {
        boolean isAlike = id.charAt(KIND) == other.id.charAt(KIND);
        int byQuarter = isAlike
                ? 0
                : quarter().flatMap(one -> other.quarter().map(one::compareTo)).orElse(0);
        return byQuarter == 0 ? id.compareTo(other.id) : byQuarter;
    }

    @Override
    public String toString() {
        return id;
    }
}
