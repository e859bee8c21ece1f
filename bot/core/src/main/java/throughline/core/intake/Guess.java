package throughline.core.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.Belief;
import throughline.core.roadmap.Beliefs;
import throughline.core.roadmap.Confidence;
import throughline.core.roadmap.Estimate;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Rice;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/**
 * What its requester expects of it. What nobody knows stays out; the effort then follows from the size, and RICE needs the reach.
 *
 * @param delay what a week of waiting costs
 */
public record Guess(
        Optional<Estimate> movement,
        Confidence problem,
        Confidence solution,
        Confidence outcome,
        Initiative.Size size,
        Optional<Estimate> reach,
        BigDecimal impact,
        Optional<Estimate> effort,
        Optional<Estimate> delay) {
    private static final Field<Confidence> PROBLEM =
            Field.required("problem", Shape.oneOf(Confidence.class), "How sure of the problem");
    private static final Field<Confidence> SOLUTION =
            Field.required("solution", Shape.oneOf(Confidence.class), "How sure of the solution");
    private static final Field<Confidence> OUTCOME =
            Field.required("outcome", Shape.oneOf(Confidence.class), "How sure of the outcome");
    private static final Field<Initiative.Size> SIZE =
            Field.required("size", Shape.oneOf(Initiative.Size.class), "The size of the bet");
    private static final Field<BigDecimal> IMPACT = Field.required("impact", Shape.number(0, 3), "0.25 to 3");

    static final Shape<Guess> SHAPE = new Shape.Structure<>(
            "what is expected of it",
            List.of(
                    FeatureRequest.MOVEMENT,
                    PROBLEM,
                    SOLUTION,
                    OUTCOME,
                    SIZE,
                    FeatureRequest.REACH,
                    IMPACT,
                    FeatureRequest.EFFORT,
                    FeatureRequest.COST_OF_DELAY),
            values -> new Guess(
                    values.find(FeatureRequest.MOVEMENT),
                    values.get(PROBLEM),
                    values.get(SOLUTION),
                    values.get(OUTCOME),
                    values.get(SIZE),
                    values.find(FeatureRequest.REACH),
                    values.get(IMPACT),
                    values.find(FeatureRequest.EFFORT),
                    values.find(FeatureRequest.COST_OF_DELAY)),
            it -> Values.none()
                    .with(FeatureRequest.MOVEMENT, it.movement)
                    .with(PROBLEM, it.problem)
                    .with(SOLUTION, it.solution)
                    .with(OUTCOME, it.outcome)
                    .with(SIZE, it.size)
                    .with(FeatureRequest.REACH, it.reach)
                    .with(IMPACT, it.impact)
                    .with(FeatureRequest.EFFORT, it.effort)
                    .with(FeatureRequest.COST_OF_DELAY, it.delay));

    /** What is taken where nothing is said: medium of everything. */
    public static final Guess UNTOLD = new Guess(
            Optional.empty(),
            Confidence.MEDIUM,
            Confidence.MEDIUM,
            Confidence.MEDIUM,
            Initiative.Size.MEDIUM,
            Optional.empty(),
            BigDecimal.ONE,
            Optional.empty(),
            Optional.empty());

    /** What a request says, and what is taken where it says nothing. */
    public static Guess of(FeatureRequest request) {
        Values values = request.values();
        Optional<Beliefs> beliefs = values.find(FeatureRequest.CONFIDENCE);
        return new Guess(
                values.find(FeatureRequest.MOVEMENT),
                level(beliefs.flatMap(Beliefs::problem)),
                level(beliefs.flatMap(Beliefs::solution)),
                level(beliefs.flatMap(Beliefs::outcome)),
                request.size().orElse(UNTOLD.size),
                values.find(FeatureRequest.REACH),
                values.find(FeatureRequest.IMPACT).orElse(UNTOLD.impact),
                values.find(FeatureRequest.EFFORT),
                values.find(FeatureRequest.COST_OF_DELAY));
    }

    private static Confidence level(Optional<Belief> belief) {
        return belief.map(Belief::level).orElse(Confidence.MEDIUM);
    }

    /** The lowest of the three confidences. */
    public Confidence confidence() {
        return problem.orLower(solution).orLower(outcome);
    }

    /** Person-months as told, else taken from the size: one, three or six. */
    public Estimate months() {
        return effort.orElseGet(() -> Estimate.of(BigDecimal.valueOf(
                switch (size) {
                    case SMALL -> 1;
                    case MEDIUM -> 3;
                    case BIG -> 6;
                })));
    }

    /** RICE at the middle, at its worst and at its best; empty without a reach. */
    public List<Rice> rice() {
        return reach.map(told -> List.of(
                        rice(told.middle(), months().middle()),
                        rice(told.low(), months().high()),
                        rice(told.high(), months().low())))
                .orElse(List.of());
    }

    /** Intercom's scale: high 100 %, medium 80 %, low 50 %. */
    private Rice rice(BigDecimal people, BigDecimal months) {
        BigDecimal sure = BigDecimal.valueOf(
                switch (confidence()) {
                    case HIGH -> 100;
                    case MEDIUM -> 80;
                    case LOW -> 50;
                });
        return new Rice(people, impact, sure, months.max(new BigDecimal("0.1")));
    }

    Values on(Values values) {
        return values.with(FeatureRequest.MOVEMENT, movement)
                .with(
                        FeatureRequest.CONFIDENCE,
                        new Beliefs(
                                Optional.of(new Belief(problem, Optional.empty())),
                                Optional.of(new Belief(solution, Optional.empty())),
                                Optional.of(new Belief(outcome, Optional.empty()))))
                .with(FeatureRequest.SIZE, size)
                .with(FeatureRequest.REACH, reach)
                .with(FeatureRequest.IMPACT, impact)
                .with(FeatureRequest.EFFORT, effort)
                .with(FeatureRequest.COST_OF_DELAY, delay);
    }
}
