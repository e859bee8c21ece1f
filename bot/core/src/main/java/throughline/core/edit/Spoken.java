package throughline.core.edit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: "Q1 27", "first half of 2027", "end of March 2027", "31.3.2027". */
final class Spoken {
    private static final String YEAR = "(?<year>20\\d{2})";
    private static final String SHORT_YEAR = "(?<year>(?:20|')?\\d{2})";
    private static final String PART =
            "(?:(?<kind>[qh])(?<number>[1-4])|(?<before>[1-4])(?<after>[qh])|(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
                    + " (?<noun>quarter|half)(?: year)?)";
    private static final List<Pattern> PERIODS = List.of(
            Pattern.compile(PART + "(?:(?:[-/ ]| of )?" + SHORT_YEAR + ")?"), Pattern.compile(YEAR + "[-/ ]?" + PART));

    private static final String MONTH = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?"
            + "|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?";
    private static final List<Pattern> DAYS = List.of(
            Pattern.compile(YEAR + "-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?"),
            Pattern.compile("(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\. ?" + YEAR),
            Pattern.compile("(?<day>)(?<month>\\d{1,2})/" + YEAR),
            Pattern.compile("(?:" + DAY + " (?:of )?)?" + MONTH + ",? " + YEAR),
            Pattern.compile(MONTH + " " + DAY + ",? " + YEAR));

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final List<String> ORDINALS = List.of("first1st", "second2nd", "third3rd", "fourth4th");

    private Spoken() {}

    /** {@code 2027-Q1}, {@code 2027-H1}, or {@code Q1} where no year is told. */
    static Optional<String> period(String text) {
        return matching(PERIODS, text).flatMap(Spoken::period);
    }

    private static Optional<String> period(Matcher matcher) {
        boolean isHalf = (group(matcher, "kind") + group(matcher, "after") + group(matcher, "noun")).startsWith("h");
        String ordinal = group(matcher, "ordinal");
        int number = ordinal.isEmpty()
                ? Integer.parseInt(group(matcher, "number") + group(matcher, "before"))
                : ordinal(ordinal);
        String year = group(matcher, "year").replace("'", "");
        String in = (year.length() == 2 ? "20" : "") + year + (year.isEmpty() ? "" : "-");
        return isHalf && number > 2 ? Optional.empty() : Optional.of(in + (isHalf ? "H" : "Q") + number);
    }

    private static int ordinal(String word) {
        return 1
                + ORDINALS.indexOf(ORDINALS.stream()
                        .filter(both -> both.contains(word))
                        .findFirst()
                        .orElseThrow());
    }

    static Optional<String> year(String text) {
        return Optional.of(plain(text)).filter(plain -> plain.matches(YEAR));
    }

    /** A day; the last one of a month where only the month is told. */
    static Optional<LocalDate> day(String text) {
        return matching(DAYS, text).flatMap(Spoken::day);
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        try {
            String month = group(matcher, "month");
            int number = Character.isDigit(month.charAt(0))
                    ? Integer.parseInt(month)
                    : MONTHS.indexOf(month.substring(0, 3)) / 3 + 1;
            YearMonth in = YearMonth.of(Integer.parseInt(group(matcher, "year")), number);
            String day = group(matcher, "day");
            return Optional.of(day.isEmpty() ? in.atEndOfMonth() : in.atDay(Integer.parseInt(day)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
    }

    private static Optional<Matcher> matching(List<Pattern> patterns, String text) {
        String plain = plain(text);
        return patterns.stream()
                .map(pattern -> pattern.matcher(plain))
                .filter(Matcher::matches)
                .findFirst();
    }

    private static String group(Matcher matcher, String name) {
        return Optional.ofNullable(matcher.group(name)).orElse("");
    }

    private static String plain(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceFirst("^(?:(?:by|in|on|until|the|end of) )++", "")
                .replaceFirst("(?<=\\w)\\.$", "");
    }
}
