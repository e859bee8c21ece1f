package throughline.core.assistant;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.roadmap.KeyResult;

/** How much of the way from baseline to target is gone, where all three figures are numbers. */
record Pace(BigDecimal gone, BigDecimal whole, String unit) {
    private static final Pattern FIGURE = Pattern.compile("([-+−]?\\d{1,15}(?:[.,]\\d{1,6})?)\\s*(\\D{0,20})");

    record Figure(BigDecimal number, String unit) {
        static Optional<Figure> in(String text) {
            Matcher matcher = FIGURE.matcher(text.strip());
            return matcher.matches()
                    ? Optional.of(new Figure(
                            new BigDecimal(matcher.group(1).replace('−', '-').replace(',', '.')),
                            matcher.group(2).strip()))
                    : Optional.empty();
        }
    }

    /** Empty unless baseline, target and the last check-in are numbers of one unit and the first two differ. */
    static Optional<Pace> of(KeyResult keyResult) {
        Optional<Figure> from = keyResult.baseline().flatMap(Figure::in);
        Optional<Figure> to = keyResult.target().flatMap(Figure::in);
        Optional<Figure> now = keyResult.current().flatMap(Figure::in);
        if (from.isEmpty() || to.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        boolean sameUnit =
                from.get().unit.equals(to.get().unit) && from.get().unit.equals(now.get().unit);
        BigDecimal whole = to.get().number.subtract(from.get().number);
        BigDecimal gone = now.get().number.subtract(from.get().number);
        return sameUnit && whole.signum() != 0
                ? Optional.of(new Pace(whole.signum() < 0 ? gone.negate() : gone, whole.abs(), from.get().unit))
                : Optional.empty();
    }

    boolean isForward() {
        return gone.signum() > 0;
    }

    /** "6 of 15 points"; "0 of 15 points"; "2 points further away than at the start, 15 points wanted". */
    String words() {
        if (gone.compareTo(whole) >= 0) {
            return "target reached, " + plain(gone) + " of " + measured(whole);
        }
        return gone.signum() < 0
                ? measured(gone.negate()) + " further away than at the start, with " + measured(whole)
                        + " to go from there"
                : plain(gone) + " of " + measured(whole);
    }

    private String measured(BigDecimal number) {
        return plain(number) + (unit.equals("%") ? " points" : unit.isEmpty() ? "" : " " + unit);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
