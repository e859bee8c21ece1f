package throughline.core.decision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them: "2027-03-31", "31 March", "end of Q1 2027", "in 6 weeks". A span of time means its last day. */
final class Days {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String MONTH =
            "(?:(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?)";
    private static final String YEAR = "(?:,?\\s+(?<year>\\d{4}))?";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> LAST_MONTH =
            Map.of("q1", 3, "q2", 6, "q3", 9, "q4", 12, "h1", 6, "h2", 12);
    private static final int QUARTER = 3;

    private static final Pattern LEAD =
            Pattern.compile("(?:the\\s+)?end\\s+of\\s+(?:the\\s+)?|the\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = pattern("\\d{4}-\\d{1,2}-\\d{1,2}");
    private static final Pattern DOTTED = pattern("(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.\\s?(?<year>\\d{4})");
    private static final Pattern DAY_FIRST =
            pattern("(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?" + MONTH + YEAR);
    private static final Pattern MONTH_FIRST = pattern(MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?" + YEAR);
    private static final Pattern WHOLE_MONTH = pattern(MONTH + YEAR);
    private static final Pattern WINDOW = pattern("(?<part>[qh][1-4])(?:[\\s-]*(?<year>\\d{4}))?");
    private static final Pattern WINDOW_LAST = pattern("(?<year>\\d{4})[\\s-]*(?<part>[qh][1-4])");
    private static final Pattern AHEAD =
            pattern("in\\s+(?<count>\\d{1,3}|an?|one|two|three|six)\\s+(?<unit>day|week|month|quarter|year)s?");
    private static final Pattern NAMED = pattern("(?<which>this|next)?\\s*(?<unit>month|quarter|year)");

    private static final Map<String, Integer> COUNTS =
            Map.of("a", 1, "an", 1, "one", 1, "two", 2, "three", 3, "six", 6);

    private Days() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** "31 March 2027". */
    static String told(LocalDate day) {
        return LONG.format(day);
    }

    /** Empty if the text is no day; without a year the next one after {@code today} is meant. */
    static Optional<LocalDate> in(String text, LocalDate today) {
        String plain = LEAD.matcher(text.strip()).replaceFirst("");
        try {
            return read(plain, ISO, it -> iso(it.group()))
                    .or(() -> read(
                            plain,
                            DOTTED,
                            it -> LocalDate.of(number(it, "year"), number(it, "number"), number(it, "day"))))
                    .or(() -> read(plain, DAY_FIRST, it -> day(it, today)))
                    .or(() -> read(plain, MONTH_FIRST, it -> day(it, today)))
                    .or(() -> read(plain, WHOLE_MONTH, it -> monthsEnd(month(it), year(it), today)))
                    .or(() -> read(plain, WINDOW, it -> window(it, today)))
                    .or(() -> read(plain, WINDOW_LAST, it -> window(it, today)))
                    .or(() -> read(plain, AHEAD, it -> ahead(it, today)))
                    .or(() -> read(plain, NAMED, it -> named(it, today)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** The last day before it; of a span of time, the one before the span begins. */
    static Optional<LocalDate> before(String text, LocalDate today) {
        Matcher window = WINDOW.matcher(text.strip());
        Matcher windowLast = WINDOW_LAST.matcher(text.strip());
        int months = WHOLE_MONTH.matcher(text.strip()).matches()
                ? 1
                : window.matches() ? months(window) : windowLast.matches() ? months(windowLast) : 0;
        return in(text, today)
                .map(day -> months == 0
                        ? day.minusDays(1)
                        : YearMonth.from(day).minusMonths(months).atEndOfMonth());
    }

    private static int months(Matcher window) {
        return window.group("part").toLowerCase(Locale.ROOT).startsWith("q") ? QUARTER : 2 * QUARTER;
    }

    private static Optional<LocalDate> read(String text, Pattern pattern, Function<Matcher, LocalDate> day) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(day.apply(matcher)) : Optional.empty();
    }

    private static LocalDate iso(String text) {
        String[] parts = text.split("-", -1);
        return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<Integer> year(Matcher matcher) {
        return Optional.ofNullable(matcher.group("year")).map(Integer::valueOf);
    }

    private static int month(Matcher matcher) {
        return MONTHS.indexOf(matcher.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static LocalDate day(Matcher matcher, LocalDate today) {
        LocalDate thisYear =
                LocalDate.of(year(matcher).orElse(today.getYear()), month(matcher), number(matcher, "day"));
        return year(matcher).isPresent() || thisYear.isAfter(today) ? thisYear : thisYear.plusYears(1);
    }

    private static LocalDate monthsEnd(int month, Optional<Integer> year, LocalDate today) {
        LocalDate end =
                YearMonth.of(year.orElse(today.getYear()), Month.of(month)).atEndOfMonth();
        return year.isPresent() || end.isAfter(today)
                ? end
                : YearMonth.from(end).plusYears(1).atEndOfMonth();
    }

    private static LocalDate window(Matcher matcher, LocalDate today) {
        Integer last = LAST_MONTH.get(matcher.group("part").toLowerCase(Locale.ROOT));
        if (last == null) {
            throw new DateTimeException("no such half year");
        }
        return monthsEnd(last, year(matcher), today);
    }

    private static LocalDate ahead(Matcher matcher, LocalDate today) {
        String written = matcher.group("count").toLowerCase(Locale.ROOT);
        int count = COUNTS.containsKey(written) ? COUNTS.getOrDefault(written, 1) : Integer.parseInt(written);
        return switch (matcher.group("unit").toLowerCase(Locale.ROOT)) {
            case "day" -> today.plusDays(count);
            case "week" -> today.plusWeeks(count);
            case "month" -> today.plusMonths(count);
            case "quarter" -> today.plusMonths((long) QUARTER * count);
            default -> today.plusYears(count);
        };
    }

    private static LocalDate named(Matcher matcher, LocalDate today) {
        boolean isNext = "next".equalsIgnoreCase(matcher.group("which"));
        int months = switch (matcher.group("unit").toLowerCase(Locale.ROOT)) {
            case "month" -> 1;
            case "quarter" -> QUARTER;
            default -> 12;
        };
        int first = (today.getMonthValue() - 1) / months * months + 1;
        YearMonth last = YearMonth.of(today.getYear(), first).plusMonths(months - 1L);
        return (isNext ? last.plusMonths(months) : last).atEndOfMonth();
    }
}
