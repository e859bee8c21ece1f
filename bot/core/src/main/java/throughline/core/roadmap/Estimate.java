package throughline.core.roadmap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody expects, as it was told, such as "20-50k a month", and what that comes to in the unit of its field. A single figure has
 * two equal ends.
 */
public record Estimate(String told, BigDecimal low, BigDecimal high) {
    private static final long MOST = 1_000_000_000_000L;

    static final Field<String> TOLD = Field.required("told", Shape.line(120), "As it was told");
    static final Field<BigDecimal> LOW = Field.required("low", Shape.number(-MOST, MOST), "The lower end");
    static final Field<BigDecimal> HIGH = Field.required("high", Shape.number(-MOST, MOST), "The upper end");

    public static final Shape<Estimate> SHAPE = new Shape.Structure<>(
            "an estimate",
            List.of(TOLD, LOW, HIGH),
            values -> new Estimate(values.get(TOLD), values.get(LOW), values.get(HIGH)),
            estimate -> Values.none()
                    .with(TOLD, estimate.told)
                    .with(LOW, estimate.low)
                    .with(HIGH, estimate.high));

    /** Whether a figure is small enough to be kept. */
    public static boolean holds(BigDecimal figure) {
        return figure.abs().compareTo(BigDecimal.valueOf(MOST)) <= 0;
    }

    /** A single figure. */
    public static Estimate of(BigDecimal figure) {
        return new Estimate(figure.toPlainString(), figure, figure);
    }

    /** Halfway between both ends: what is computed with. */
    public BigDecimal middle() {
        return low.add(high).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
    }

    public boolean isRange() {
        return low.compareTo(high) != 0;
    }

    /** The low end and the high end, or the one figure. */
    public Stream<BigDecimal> ends() {
        return isRange() ? Stream.of(low, high) : Stream.of(low);
    }
}
