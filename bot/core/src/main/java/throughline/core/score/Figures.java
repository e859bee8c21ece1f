package throughline.core.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** Arithmetic to 34 digits, rounded half up only where a figure is shown. */
final class Figures {
    static final MathContext EXACT = MathContext.DECIMAL128;

    private static final BigDecimal COARSE = BigDecimal.TEN;
    private static final int LONGEST = 100;

    private Figures() {}

    /** To a whole number from 10 on, below that to two decimals. */
    static BigDecimal rounded(BigDecimal figure) {
        return figure.setScale(figure.compareTo(COARSE) < 0 ? 2 : 0, RoundingMode.HALF_UP);
    }

    static BigDecimal divided(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, EXACT);
    }

    /** "4,000", "0.25": as it is, with at most two decimals. */
    static String shown(BigDecimal figure) {
        DecimalFormat format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.US));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(figure);
    }

    /** "17.3 weeks". */
    static String weeks(BigDecimal weeks) {
        String shown = shown(weeks.setScale(1, RoundingMode.HALF_UP));
        return shown + (shown.equals("1") ? " week" : " weeks");
    }

    /** "1 person-month". */
    static String months(BigDecimal months) {
        String shown = shown(months);
        return shown + (shown.equals("1") ? " person-month" : " person-months");
    }

    /** "64 %"; of nothing it is 0. */
    static int percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : part.multiply(BigDecimal.valueOf(100))
                        .divide(whole, 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    /** "A", "A and B", "A, B and C". */
    static String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** A reason as it fits into a sentence. */
    static String clipped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).stripTrailing() + "…";
    }

    static String plural(int count, String one, String many) {
        return shown(BigDecimal.valueOf(count)) + " " + (count == 1 ? one : many);
    }
}
