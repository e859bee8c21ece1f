package throughline.core.roadmap;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Three months after which results are reviewed; a fiscal year may begin with any month. */
public record Quarter(YearMonth first) implements Comparable<Quarter> {
    private static final int MONTHS = 3;
    private static final int YEAR = 12;
    private static final Pattern KEY = Pattern.compile("(\\d{4})-(?:Q([1-4])|M(0[124578]|1[01]))");

    /** The one that a day is in. */
    public static Quarter of(LocalDate day, Month starts) {
        int into = Math.floorMod(day.getMonthValue() - starts.getValue(), MONTHS);
        return new Quarter(YearMonth.from(day).minusMonths(into));
    }

    /** As {@link #key} writes it, whatever the case. */
    public static Optional<Quarter> of(String key) {
        Matcher matcher = KEY.matcher(key.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int last = matcher.group(2) == null
                ? Integer.parseInt(matcher.group(3))
                : MONTHS * Integer.parseInt(matcher.group(2));
        return Optional.of(new Quarter(
                YearMonth.of(Integer.parseInt(matcher.group(1)), last).minusMonths(MONTHS - 1L)));
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    /** The last day. */
    public LocalDate to() {
        return last().atEndOfMonth();
    }

    private YearMonth last() {
        return first.plusMonths(MONTHS - 1L);
    }

    public Quarter next() {
        return new Quarter(first.plusMonths(MONTHS));
    }

    public Quarter previous() {
        return new Quarter(first.minusMonths(MONTHS));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from()) && !day.isAfter(to());
    }

    /** By its last month, so that it is the same wherever the fiscal year begins: {@code 2026-Q4}, or {@code 2026-M11}. */
    public String key() {
        YearMonth last = last();
        return last.getMonthValue() % MONTHS == 0
                ? String.format(Locale.ROOT, "%04d-Q%d", last.getYear(), last.getMonthValue() / MONTHS)
                : String.format(Locale.ROOT, "%04d-M%02d", last.getYear(), last.getMonthValue());
    }

    /** "Q4"; the first of the fiscal year is Q1. One of before the fiscal year was moved is called by its months: "February to April". */
    public String name(Month starts) {
        if (!isOf(starts)) {
            return month(first) + " to " + month(last());
        }
        return "Q" + (Math.floorMod(first.getMonthValue() - starts.getValue(), YEAR) / MONTHS + 1);
    }

    /** "Q4 2026"; a fiscal year that does not begin with January has the name of the year that it ends in: "Q2 FY2027". */
    public String title(Month starts) {
        if (!isOf(starts)) {
            return name(starts) + " " + last().getYear();
        }
        int into = Math.floorMod(first.getMonthValue() - starts.getValue(), YEAR);
        int year = first.minusMonths(into).plusMonths(YEAR - 1L).getYear();
        return name(starts) + (starts == Month.JANUARY ? " " : " FY") + year;
    }

    private boolean isOf(Month starts) {
        return Math.floorMod(first.getMonthValue() - starts.getValue(), MONTHS) == 0;
    }

    private static String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    @Override
    public int compareTo(Quarter other) {
        return first.compareTo(other.first);
    }

    @Override
    public String toString() {
        return key();
    }
}
