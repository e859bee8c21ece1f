package throughline.core.roadmap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a week of waiting costs, in the organization's currency, and how that develops. */
public record CostOfDelay(BigDecimal perWeek, Optional<Profile> profile) {
    /** How the cost develops over time: the same each week, due at a deadline, or fading. */
    public enum Profile {
        LINEAR,
        DEADLINE,
        DECAYING
    }

    static final Field<BigDecimal> PER_WEEK =
            Field.required("per_week", Shape.number(0, 1_000_000_000_000L), "What a week of waiting costs");
    static final Field<Profile> PROFILE =
            Field.of("profile", Shape.oneOf(Profile.class), "How the cost develops over time");

    static final Shape<CostOfDelay> SHAPE = new Shape.Structure<>(
            "a cost of delay",
            List.of(PER_WEEK, PROFILE),
            values -> new CostOfDelay(values.get(PER_WEEK), values.find(PROFILE)),
            cost -> Values.none().with(PER_WEEK, cost.perWeek).with(PROFILE, cost.profile));
}
