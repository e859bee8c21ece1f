package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;

/** A confidence and what it rests on. */
public record Belief(Confidence level, Optional<String> evidence) {
    static final Field<Confidence> LEVEL = Field.required("level", Shape.oneOf(Confidence.class), "How sure");
    static final Field<String> EVIDENCE = Field.of("evidence", Shape.prose(), "What it rests on");

    static final Shape<Belief> SHAPE = new Shape.Structure<>(
            "a confidence",
            List.of(LEVEL, EVIDENCE),
            values -> new Belief(values.get(LEVEL), values.find(EVIDENCE)),
            belief -> Values.none().with(LEVEL, belief.level).with(EVIDENCE, belief.evidence));
}
