package throughline.core.assistant;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Until when something is snoozed, as people say it: "1w", "2 days", "until 2026-12-01", "until monday". */
final class Until {
    private static final Pattern SPAN = Pattern.compile("(?:for\\s+)?(\\d{1,3})\\s*(d|w)(?:ays?|eeks?)?");
    private static final Pattern ONE = Pattern.compile("(?:for\\s+)?an?\\s+(day|week|month)");
    private static final int SHORTEST_NAME = 3;

    private Until() {}

    /** The first day after it; empty for what is no time, or not within a year from tomorrow on. */
    static Optional<LocalDate> day(String text, LocalDate today) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher span = SPAN.matcher(plain);
        Matcher one = ONE.matcher(plain);
        if (one.matches()) {
            return Optional.of(one.group(1).equals("month") ? today.plusMonths(1) : after(1, one.group(1), today));
        }
        Optional<LocalDate> day = span.matches()
                ? Optional.of(after(Integer.parseInt(span.group(1)), span.group(2), today))
                : named(plain.replaceFirst("^until\\s+", ""), today);
        return day.filter(today::isBefore).filter(date -> !date.isAfter(today.plusYears(1)));
    }

    private static LocalDate after(int count, String unit, LocalDate today) {
        return unit.startsWith("d") ? today.plusDays(count) : today.plusWeeks(count);
    }

    private static Optional<LocalDate> named(String text, LocalDate today) {
        if (text.equals("tomorrow")) {
            return Optional.of(today.plusDays(1));
        }
        if (text.matches("next\\s+week")) {
            return Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        }
        Optional<LocalDate> weekday = weekday(text).map(day -> today.with(TemporalAdjusters.next(day)));
        return weekday.isPresent() ? weekday : date(text);
    }

    /** "mon", "Monday", "mondays". */
    static Optional<DayOfWeek> weekday(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replaceFirst("(?<=DAY)S$", "");
        return Stream.of(DayOfWeek.values())
                .filter(day -> name.length() >= SHORTEST_NAME && day.name().startsWith(name))
                .findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
