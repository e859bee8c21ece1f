package throughline.core.roadmap;

import java.math.BigDecimal;
import java.util.List;

/**
 * The inputs of RICE (Sean McBride, Intercom).
 *
 * @param reach people or accounts per quarter
 * @param impact 0.25 (minimal) to 3 (massive)
 * @param confidence percent, 0 to 100
 * @param effort person-months, more than 0
 */
public record Rice(BigDecimal reach, BigDecimal impact, BigDecimal confidence, BigDecimal effort) {
    public static final BigDecimal MOST_REACH = BigDecimal.valueOf(1_000_000_000L);
    public static final BigDecimal MOST_EFFORT = BigDecimal.valueOf(10_000);

    static final Field<BigDecimal> REACH =
            Field.required("reach", Shape.number(BigDecimal.ZERO, MOST_REACH), "People or accounts per quarter");
    static final Field<BigDecimal> IMPACT =
            Field.required("impact", Shape.number(0, 3), "0.25 (minimal) to 3 (massive)");
    static final Field<BigDecimal> CONFIDENCE = Field.required("confidence", Shape.number(0, 100), "Percent");
    static final Field<BigDecimal> EFFORT =
            Field.required("effort", Shape.number(new BigDecimal("0.1"), MOST_EFFORT), "Person-months");

    static final Shape<Rice> SHAPE = new Shape.Structure<>(
            "RICE inputs",
            List.of(REACH, IMPACT, CONFIDENCE, EFFORT),
            values -> new Rice(values.get(REACH), values.get(IMPACT), values.get(CONFIDENCE), values.get(EFFORT)),
            rice -> Values.none()
                    .with(REACH, rice.reach)
                    .with(IMPACT, rice.impact)
                    .with(CONFIDENCE, rice.confidence)
                    .with(EFFORT, rice.effort));
}
