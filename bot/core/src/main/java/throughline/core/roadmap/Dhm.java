package throughline.core.roadmap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Gibson Biddle's model: delight customers, hard to copy, margin enhancing; each 0 to 3 with a reason. */
public record Dhm(Optional<Mark> delight, Optional<Mark> hardToCopy, Optional<Mark> margin) {
    /** @param score 0 (not at all) to 3 (strongly) */
    public record Mark(int score, Optional<String> reason) {
        static final Field<BigDecimal> SCORE = Field.required("score", Shape.whole(0, 3), "0 (not at all) to 3");
        static final Field<String> REASON = Field.of("reason", Shape.prose(), "Why");
        static final Shape<Mark> SHAPE = new Shape.Structure<>(
                "a mark",
                List.of(SCORE, REASON),
                values -> new Mark(values.get(SCORE).intValue(), values.find(REASON)),
                mark -> Values.none()
                        .with(SCORE, BigDecimal.valueOf(mark.score))
                        .with(REASON, mark.reason));
    }

    static final Field<Mark> DELIGHT = Field.of("delight", Mark.SHAPE, "Does it create joy?");
    static final Field<Mark> HARD_TO_COPY = Field.of("hard_to_copy", Mark.SHAPE, "What makes it defensible?");
    static final Field<Mark> MARGIN = Field.of("margin", Mark.SHAPE, "How does it improve the business model?");

    static final Shape<Dhm> SHAPE = new Shape.Structure<>(
            "a DHM assessment",
            List.of(DELIGHT, HARD_TO_COPY, MARGIN),
            values -> new Dhm(values.find(DELIGHT), values.find(HARD_TO_COPY), values.find(MARGIN)),
            dhm -> Values.none()
                    .with(DELIGHT, dhm.delight)
                    .with(HARD_TO_COPY, dhm.hardToCopy)
                    .with(MARGIN, dhm.margin));
}
