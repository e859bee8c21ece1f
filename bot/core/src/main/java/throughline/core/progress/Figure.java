package throughline.core.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as people write one: "40 %", "1.8", "3 of 5", "< 2 s", "$12k", "1,200".
 *
 * @param unit in one spelling ("h" for hours), or "" if it is a bare number
 */
public record Figure(BigDecimal number, String unit) {
    private static final String ABOUT =
            "(?:[<>≤≥~≈=]|about|around|approx\\.?|roughly|under|below|over|above|at least|at most|"
                    + "up to|less than|more than|no more than|fewer than|nearly|almost|now|ca\\.?)";
    private static final String CURRENCY = "[$€£¥]|USD|EUR|GBP|CHF";

    private static final Pattern FIGURE = Pattern.compile(
            "(?:" + ABOUT + "\\s*){0,3}(?<before>" + CURRENCY + ")?\\s*(?<sign>[-+−]?)(?<currency>" + CURRENCY
                    + ")?\\s*"
                    + "(?<number>\\d{1,3}(?:[,'’]\\d{3})+(?:\\.\\d{1,6})?|\\d{1,15}(?:[.,]\\d{1,6})?)"
                    + "(?:\\s*(?<scale>k|K|M|bn|mio|m(?=\\s*(?:" + CURRENCY
                    + "|$)))(?!\\p{L})|\\s+(?<word>thousand|million|billion)\\b)?"
                    + "\\s*(?<unit>(?:of|out of|/)\\s*\\d{1,15}|\\D{0,30})",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> SCALES =
            Map.of("k", 3, "thousand", 3, "m", 6, "mio", 6, "million", 6, "bn", 9, "billion", 9);

    private static final List<Spelling> SPELLINGS = List.of(
            new Spelling("%", "%|percent|per cent|pct"),
            new Spelling("ms", "ms|millisec(?:ond)?s?"),
            new Spelling("s", "s|secs?|seconds?"),
            new Spelling("min", "min|mins|minutes?"),
            new Spelling("h", "h|hrs?|hours?"),
            new Spelling("days", "d|days?"),
            new Spelling("weeks", "w|weeks?|wks?"),
            new Spelling("$", "\\$|usd|dollars?"),
            new Spelling("€", "€|eur|euros?"),
            new Spelling("£", "£|gbp|pounds?"));

    /** In milliseconds. */
    private static final Map<String, Long> TIMES =
            Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L, "days", 86_400_000L, "weeks", 604_800_000L);

    private static final int DIGITS = 6;

    private record Spelling(String unit, Pattern pattern) {
        Spelling(String unit, String pattern) {
            this(unit, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    /** Empty if the text is anything but one figure. */
    public static Optional<Figure> in(String text) {
        Matcher matcher = FIGURE.matcher(text.strip());
        return matcher.matches() ? Optional.of(read(matcher)) : Optional.empty();
    }

    private static Figure read(Matcher matcher) {
        String written = matcher.group("number").replaceAll("['’]", "");
        String plain = written.matches("[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?")
                ? written.replace(",", "")
                : written.replace(',', '.');
        BigDecimal number = new BigDecimal(plain).scaleByPowerOfTen(scale(matcher));
        boolean isNegative =
                !matcher.group("sign").isEmpty() && !matcher.group("sign").equals("+");
        return new Figure(isNegative ? number.negate() : number, unit(matcher));
    }

    private static int scale(Matcher matcher) {
        return Optional.ofNullable(matcher.group("scale"))
                .or(() -> Optional.ofNullable(matcher.group("word")))
                .map(word -> SCALES.getOrDefault(word.toLowerCase(Locale.ROOT), 0))
                .orElse(0);
    }

    private static String unit(Matcher matcher) {
        String written = matcher.group("unit").strip();
        String currency = Optional.ofNullable(matcher.group("before"))
                .or(() -> Optional.ofNullable(matcher.group("currency")))
                .orElse("");
        if (written.matches("(?:of|out of|/)\\s*\\d+")) {
            return spelled(currency);
        }
        return spelled(currency.isEmpty() ? written : currency);
    }

    private static String spelled(String unit) {
        return SPELLINGS.stream()
                .filter(spelling -> spelling.pattern.matcher(unit).matches())
                .map(Spelling::unit)
                .findFirst()
                .orElse(unit);
    }

    /** The number in another unit; empty where the two can't be compared. A bare number is taken in the unit that is asked for. */
    public Optional<BigDecimal> in(Figure other) {
        if (unit.equals(other.unit) || unit.isEmpty() || other.unit.isEmpty()) {
            return Optional.of(number);
        }
        boolean isTime = TIMES.containsKey(unit) && TIMES.containsKey(other.unit);
        return isTime
                ? Optional.of(number.multiply(BigDecimal.valueOf(TIMES.getOrDefault(unit, 1L)))
                        .divide(BigDecimal.valueOf(TIMES.getOrDefault(other.unit, 1L)), DIGITS, RoundingMode.HALF_UP))
                : Optional.empty();
    }
}
