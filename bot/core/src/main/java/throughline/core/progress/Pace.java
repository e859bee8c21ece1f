package throughline.core.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Roadmap;

/** How much of the way from baseline to target is gone, where all three are figures. */
public record Pace(BigDecimal gone, BigDecimal whole, String unit) {
    /** The share of the way gone against the share of the time passed. */
    public enum Speed {
        REACHED("target reached"),
        AHEAD("ahead"),
        ON_PACE("on pace"),
        BEHIND("behind");

        private final String words;

        Speed(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** So much of the way, more or less than the share of the time, is still on pace. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.10");

    private static final int GROUPED = 4;

    /** Empty unless baseline, target and the last check-in are figures that can be compared and the first two differ. */
    public static Optional<Pace> of(KeyResult keyResult) {
        return keyResult.current().flatMap(now -> of(keyResult, now));
    }

    /** As {@link #of(KeyResult)}, for a check-in's value. */
    static Optional<Pace> of(KeyResult keyResult, String value) {
        Optional<Figure> from = keyResult.baseline().flatMap(Figure::in);
        Optional<Figure> to = keyResult.target().flatMap(Figure::in);
        Optional<Figure> now = Figure.in(value);
        return to.flatMap(target -> from.flatMap(figure -> figure.in(target))
                .flatMap(start -> now.flatMap(figure -> figure.in(target))
                        .flatMap(at -> way(start, target.number(), at, target.unit()))));
    }

    private static Optional<Pace> way(BigDecimal start, BigDecimal target, BigDecimal at, String unit) {
        BigDecimal whole = target.subtract(start);
        BigDecimal gone = at.subtract(start);
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(new Pace(whole.signum() < 0 ? gone.negate() : gone, whole.abs(), unit));
    }

    public boolean isForward() {
        return gone.signum() > 0;
    }

    public boolean isReached() {
        return gone.compareTo(whole) >= 0;
    }

    /** The share of the way that is gone; below 0 if it went backwards, above 1 if further than the target. */
    public BigDecimal share() {
        return gone.divide(whole, 4, RoundingMode.HALF_UP);
    }

    /** Ahead, on pace or behind; empty where nothing tells how much time has passed. */
    public Optional<Speed> speed(Roadmap roadmap, KeyResult keyResult, LocalDate today) {
        return isReached()
                ? Optional.of(Speed.REACHED)
                : Span.of(roadmap, keyResult).map(span -> speed(span.passed(today)));
    }

    private Speed speed(BigDecimal passed) {
        BigDecimal lead = share().subtract(passed);
        if (lead.abs().compareTo(TOLERANCE) <= 0) {
            return Speed.ON_PACE;
        }
        return lead.signum() > 0 ? Speed.AHEAD : Speed.BEHIND;
    }

    /** "behind: 40% of the way in 52% of the time"; empty where {@link #speed} is, or where the target is reached. */
    public Optional<String> speedInWords(Roadmap roadmap, KeyResult keyResult, LocalDate today) {
        return speed(roadmap, keyResult, today)
                .filter(speed -> speed != Speed.REACHED)
                .flatMap(speed -> Span.of(roadmap, keyResult)
                        .map(span -> speed.words() + ": " + percent(share().max(BigDecimal.ZERO)) + " of the way in "
                                + percent(span.passed(today)) + " of the time"));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** "6 of 15 points"; "0 of 15 points"; "2 points further away than at the start, with 15 points to go from there". */
    public String words() {
        if (isReached()) {
            return "target reached, " + plain(gone) + " of " + measured(whole);
        }
        return gone.signum() < 0
                ? measured(gone.negate()) + " further away than at the start, with " + measured(whole)
                        + " to go from there"
                : plain(gone) + " of " + measured(whole);
    }

    private String measured(BigDecimal number) {
        if (unit.equals("$") || unit.equals("€") || unit.equals("£")) {
            return unit + plain(number);
        }
        return plain(number) + (unit.equals("%") ? " points" : unit.isEmpty() ? "" : " " + unit);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.precision() - stripped.scale() < GROUPED
                ? stripped.toPlainString()
                : new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.US)).format(stripped);
    }
}
