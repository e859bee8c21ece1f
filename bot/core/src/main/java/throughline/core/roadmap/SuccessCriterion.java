package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;

/** How to tell that an initiative worked ("Closing the Strategy-Execution Gap", Strategic Instrumentation). */
public record SuccessCriterion(
        String outcome,
        Optional<String> measure,
        Optional<String> baseline,
        Optional<String> target,
        Optional<String> by) {
    static final Field<String> OUTCOME = Field.required("outcome", Shape.prose(), "What should be different");
    static final Field<String> MEASURE = Field.of("measure", Shape.line(), "How it is measured");
    static final Field<String> BASELINE = Field.of("baseline", Shape.line(), "The figure today");
    static final Field<String> TARGET = Field.of("target", Shape.line(), "The figure to reach");
    static final Field<String> BY = Field.of("by", Shape.line(), "When results are expected, as a quarter");

    static final Shape<SuccessCriterion> SHAPE = new Shape.Structure<>(
            "a success criterion",
            List.of(OUTCOME, MEASURE, BASELINE, TARGET, BY),
            values -> new SuccessCriterion(
                    values.get(OUTCOME),
                    values.find(MEASURE),
                    values.find(BASELINE),
                    values.find(TARGET),
                    values.find(BY)),
            it -> Values.none()
                    .with(OUTCOME, it.outcome)
                    .with(MEASURE, it.measure)
                    .with(BASELINE, it.baseline)
                    .with(TARGET, it.target)
                    .with(BY, it.by));
}
