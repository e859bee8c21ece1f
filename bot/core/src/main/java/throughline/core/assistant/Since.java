package throughline.core.assistant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The day that some words mean: "monday", "last week", "3 days", "march", "march 31", "2026-10-01". */
final class Since {
    /** Nobody says a day in more characters. */
    private static final int LONGEST = 60;

    private static final Pattern LEADING = Pattern.compile("^(?:(?:since|from|in|the|past|over|of|on)\\s+)+");
    private static final Pattern TRAILING = Pattern.compile("\\s+ago$");
    private static final Pattern AGO = Pattern.compile(
            "(?:last )?(\\d{1,4}|a|an|one|two|three|four|five|six|eight|ten) (day|week|month|quarter|year)s?");
    private static final Pattern CALENDAR = Pattern.compile("(this|last) (week|month|quarter|year)");
    private static final Pattern MONTH = Pattern.compile("(?:last )?([a-z]{3,9})(?: (\\d{4}))?");
    private static final Pattern MONTH_DAY = Pattern.compile("([a-z]{3,9}) (\\d{1,2})(?:st|nd|rd|th)?,?(?: (\\d{4}))?");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9}),?(?: (\\d{4}))?");
    private static final Map<String, Integer> NUMBERS = Map.of(
            "a", 1, "an", 1, "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "eight", 8, "ten", 10);

    private final LocalDate today;

    private Since(LocalDate today) {
        this.today = today;
    }

    /** Empty for what is no time; a weekday or a month is the last one that has begun before today. */
    static Optional<LocalDate> day(String text, LocalDate today) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return new Since(today)
                .of(TRAILING.matcher(LEADING.matcher(plain).replaceFirst(""))
                        .replaceFirst("")
                        .strip())
                .filter(day -> !day.isAfter(today) && day.getYear() > 0);
    }

    private Optional<LocalDate> of(String text) {
        return switch (text) {
            case "today" -> Optional.of(today);
            case "yesterday" -> Optional.of(today.minusDays(1));
            case "week", "month", "quarter", "year" -> Optional.of(rolling(text));
            default ->
                date(text)
                        .or(() -> ago(text))
                        .or(() -> calendar(text))
                        .or(() -> weekday(text))
                        .or(() -> month(text))
                        .or(() -> dayOfMonth(MONTH_DAY.matcher(text), 1, 2))
                        .or(() -> dayOfMonth(DAY_MONTH.matcher(text), 2, 1));
        };
    }

    /** "the past week": seven days rather than the week of the calendar. */
    private LocalDate rolling(String unit) {
        return unit.equals("quarter") ? today.minusMonths(3) : back(1, unit);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> ago(String text) {
        Matcher matcher = AGO.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String count = matcher.group(1);
        int number = Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) : NUMBERS.getOrDefault(count, 1);
        return Optional.of(back(number, matcher.group(2)));
    }

    private LocalDate back(int number, String unit) {
        return switch (unit) {
            case "day" -> today.minusDays(number);
            case "week" -> today.minusWeeks(number);
            case "month" -> today.minusMonths(number);
            case "quarter" -> today.minusMonths(3L * number);
            default -> today.minusYears(number);
        };
    }

    private Optional<LocalDate> calendar(String text) {
        Matcher matcher = CALENDAR.matcher(text);
        return matcher.matches() ? calendar(matcher.group(1), matcher.group(2)) : Optional.empty();
    }

    private Optional<LocalDate> calendar(String which, String unit) {
        int before = which.equals("last") ? 1 : 0;
        return Optional.of(
                switch (unit) {
                    case "week" ->
                        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .minusWeeks(before);
                    case "month" -> today.withDayOfMonth(1).minusMonths(before);
                    case "quarter" ->
                        today.withDayOfMonth(1)
                                .withMonth((today.getMonthValue() - 1) / 3 * 3 + 1)
                                .minusMonths(3L * before);
                    default -> today.withDayOfYear(1).minusYears(before);
                });
    }

    private Optional<LocalDate> weekday(String text) {
        String name = text.startsWith("last ") ? text.substring("last ".length()) : text;
        return Stream.of(DayOfWeek.values())
                .filter(day -> isShort(name, day.name()))
                .findFirst()
                .map(day -> today.with(TemporalAdjusters.previous(day)));
    }

    private Optional<LocalDate> month(String text) {
        Matcher matcher = MONTH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        return Stream.of(Month.values())
                .filter(month -> isShort(name, month.name()))
                .findFirst()
                .map(month -> Optional.ofNullable(matcher.group(2))
                        .map(year -> LocalDate.of(Integer.parseInt(year), month, 1))
                        .orElseGet(() -> lastBegun(month)));
    }

    private LocalDate lastBegun(Month month) {
        LocalDate thisYear = LocalDate.of(today.getYear(), month, 1);
        return thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
    }

    /** "31 March", the last one unless a year is given. */
    private Optional<LocalDate> dayOfMonth(Matcher matcher, int month, int day) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(day));
        return Stream.of(Month.values())
                .filter(named -> isShort(matcher.group(month), named.name()))
                .filter(named -> number > 0 && number <= named.maxLength())
                .findFirst()
                .map(named -> Optional.ofNullable(matcher.group(3))
                        .map(year -> MonthDay.of(named, number).atYear(Integer.parseInt(year)))
                        .orElseGet(() -> lastOf(MonthDay.of(named, number))));
    }

    private LocalDate lastOf(MonthDay day) {
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isAfter(today) ? day.atYear(today.getYear() - 1) : thisYear;
    }

    private static boolean isShort(String text, String name) {
        return text.length() >= 3 && name.toLowerCase(Locale.ROOT).startsWith(text);
    }
}
