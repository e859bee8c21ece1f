package throughline.core.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.progress.Figure;
import throughline.core.roadmap.Estimate;

/** Reads figures and ranges as people tell them: "20-50k a month", "about 300", "+ 1 to 2 points". */
public final class Amounts {
    /** What an amount of money is told for, and how often it comes in a year. */
    public enum Period {
        DAY(365),
        WEEK(52),
        MONTH(12),
        QUARTER(4),
        YEAR(1);

        private final BigDecimal aYear;

        Period(int aYear) {
            this.aYear = BigDecimal.valueOf(aYear);
        }
    }

    private static final int LONGEST = 120;
    private static final int DECIMALS = 2;

    private static final Pattern PERIOD = Pattern.compile(
            "\\s*(?:\\ban?\\b|\\bper\\b|\\beach\\b|\\bevery\\b|/)\\s*(day|week|wk|month|mo|quarter|year|yr)s?\\b|\\s*\\b(daily|weekly"
                    + "|monthly|quarterly|yearly|annually)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE =
            Pattern.compile("(?<=[\\dkKmM%€£$])\\s{0,3}(?:-|–|—|\\bto\\b|\\.\\.)\\s{0,3}(?=[+−-]?\\s?[$€£]?\\s?\\d)");
    private static final Pattern SCALE =
            Pattern.compile("\\d\\s?(k|m|mio|bn|thousand|million|billion)\\b", Pattern.CASE_INSENSITIVE);

    /** What a figure of time or of a share is told in; no money is. */
    private static final Pattern NO_MONEY = Pattern.compile(
            "\\d\\s*(?:(?:k|m|mio|bn|thousand|million|billion)\\s+)?(?:%|(?:percent|per\\s+cent|pct|points?|pp|ms|s|secs?|seconds?"
                    + "|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|quarters?|y|yrs?|years?)(?!\\p{L}))",
            Pattern.CASE_INSENSITIVE);

    private Amounts() {}

    /** A figure or a range of them; empty if the text is anything else. */
    public static Optional<Estimate> plain(String text) {
        return ends(text)
                .map(ends -> new Estimate(text.strip(), ends.low(), ends.high()))
                .filter(Amounts::isKept);
    }

    /** As {@link #plain}, but not less than nothing, nor more than {@code most}. */
    public static Optional<Estimate> count(String text, BigDecimal most) {
        return plain(text)
                .filter(estimate -> estimate.low().signum() >= 0)
                .filter(estimate -> estimate.high().compareTo(most) <= 0);
    }

    /**
     * Money for each {@code wanted} period, from what is told for another; without a word it is told for that one. Days, or a share, are
     * no money.
     */
    public static Optional<Estimate> money(String text, Period wanted) {
        Matcher matcher = PERIOD.matcher(clipped(text));
        boolean isTold = matcher.find();
        Period told = isTold ? period(matcher) : wanted;
        String amount = isTold ? matcher.replaceFirst("") : clipped(text);
        return ends(amount)
                .filter(ends -> !NO_MONEY.matcher(amount).find())
                .filter(ends -> ends.low().signum() >= 0)
                .map(ends -> new Estimate(
                        text.strip(), converted(ends.low(), told, wanted), converted(ends.high(), told, wanted)))
                .filter(Amounts::isKept);
    }

    private static boolean isKept(Estimate estimate) {
        return estimate.ends().allMatch(Estimate::holds);
    }

    private record Ends(BigDecimal low, BigDecimal high) {}

    private static Optional<Ends> ends(String text) {
        String plain = clipped(text);
        String[] parts = RANGE.split(plain, 2);
        Optional<BigDecimal> last = figure(parts[parts.length - 1]);
        return parts.length == 1
                ? last.map(one -> new Ends(one, one))
                : last.flatMap(
                        high -> first(parts[0], parts[1], high).map(one -> new Ends(one.min(high), one.max(high))));
    }

    /** "20" in "20-50k" is 20k, and "500" in "500-2k" is 500. */
    private static Optional<BigDecimal> first(String first, String last, BigDecimal high) {
        Matcher scale = SCALE.matcher(last);
        boolean mayBeScaled = scale.find() && !SCALE.matcher(first).find();
        return (mayBeScaled ? figure(first + " " + scale.group(1)) : Optional.<BigDecimal>empty())
                .filter(scaled -> scaled.abs().compareTo(high.abs()) <= 0)
                .or(() -> figure(first));
    }

    private static Optional<BigDecimal> figure(String text) {
        // "+ 1 point": a sign may stand apart.
        return Figure.in(text.strip().replaceFirst("^([+−-])\\s+", "$1")).map(Figure::number);
    }

    private static BigDecimal converted(BigDecimal amount, Period told, Period wanted) {
        return told == wanted
                ? amount
                : amount.multiply(told.aYear)
                        .divide(wanted.aYear, MathContext.DECIMAL64)
                        .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static Period period(Matcher matcher) {
        String word = Optional.ofNullable(matcher.group(1))
                .orElseGet(() -> matcher.group(2))
                .toLowerCase(Locale.ROOT);
        return switch (word) {
            case "day", "daily" -> Period.DAY;
            case "week", "wk", "weekly" -> Period.WEEK;
            case "month", "mo", "monthly" -> Period.MONTH;
            case "quarter", "quarterly" -> Period.QUARTER;
            default -> Period.YEAR;
        };
    }

    private static String clipped(String text) {
        String stripped = text.strip();
        return stripped.length() <= LONGEST ? stripped : "";
    }
}
