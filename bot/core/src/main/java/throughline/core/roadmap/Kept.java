package throughline.core.roadmap;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many of the bets that were promised at a confidence came true.
 *
 * @param of how many of them can be told by now
 */
public record Kept(Confidence promised, int kept, int of) {
    private static final long MOST = 100_000;

    static final Field<Confidence> PROMISED =
            Field.required("promised", Shape.oneOf(Confidence.class), "The confidence that they entered Now with");
    static final Field<BigDecimal> KEPT = Field.required("kept", Shape.whole(0, MOST), "How many came true");
    static final Field<BigDecimal> OF = Field.required("of", Shape.whole(0, MOST), "Of how many");

    static final Shape<Kept> SHAPE = new Shape.Structure<>(
            "a count of promises",
            List.of(PROMISED, KEPT, OF),
            values -> new Kept(
                    values.get(PROMISED),
                    values.get(KEPT).intValueExact(),
                    values.get(OF).intValueExact()),
            it -> Values.none()
                    .with(PROMISED, it.promised)
                    .with(KEPT, BigDecimal.valueOf(it.kept))
                    .with(OF, BigDecimal.valueOf(it.of)));
}
