package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The confidence meter: problem, solution and outcome ("Closing the Strategy-Execution Gap", The Confidence Meter). */
public record Beliefs(Optional<Belief> problem, Optional<Belief> solution, Optional<Belief> outcome) {
    static final Field<Belief> PROBLEM =
            Field.of("problem", Belief.SHAPE, "How sure that this is a real problem worth solving");
    static final Field<Belief> SOLUTION = Field.of("solution", Belief.SHAPE, "How sure that this solves the problem");
    static final Field<Belief> OUTCOME =
            Field.of("outcome", Belief.SHAPE, "How sure that solving it moves the key result");

    static final Shape<Beliefs> SHAPE = new Shape.Structure<>(
            "a confidence meter",
            List.of(PROBLEM, SOLUTION, OUTCOME),
            values -> new Beliefs(values.find(PROBLEM), values.find(SOLUTION), values.find(OUTCOME)),
            beliefs -> Values.none()
                    .with(PROBLEM, beliefs.problem)
                    .with(SOLUTION, beliefs.solution)
                    .with(OUTCOME, beliefs.outcome));

    /** The lowest of those that were given. */
    public Optional<Confidence> lowest() {
        return Stream.of(problem, solution, outcome)
                .flatMap(Optional::stream)
                .map(Belief::level)
                .reduce(Confidence::orLower);
    }
}
