package throughline.core.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What brings a decision back: a key result that passes a value, a day, or the first of both. With neither, only people can tell.
 *
 * @param told as its decider wrote it: "trial-to-paid < 8 % by 2027-03-31"
 * @param by the day on which it comes back at the latest
 */
public record Tripwire(String told, Optional<Condition> condition, Optional<LocalDate> by) {
    /** On which side of the value it trips. */
    public enum Comparison {
        BELOW,
        AT_MOST,
        AT_LEAST,
        ABOVE;

        public boolean holds(BigDecimal figure, BigDecimal value) {
            int compared = figure.compareTo(value);
            return switch (this) {
                case BELOW -> compared < 0;
                case AT_MOST -> compared <= 0;
                case AT_LEAST -> compared >= 0;
                case ABOVE -> compared > 0;
            };
        }
    }

    /** A key result against a value, in the key result's unit. */
    public record Condition(ItemId keyResult, Comparison comparison, BigDecimal value) {
        static final Field<ItemId> KEY_RESULT =
                Field.required("key_result", Shape.item(Kind.KEY_RESULT), "The key result that is looked at");
        static final Field<Comparison> COMPARISON =
                Field.required("comparison", Shape.oneOf(Comparison.class), "Below, at most, at least or above");
        static final Field<BigDecimal> VALUE = Field.required(
                "value", Shape.number(-1_000_000_000_000L, 1_000_000_000_000L), "The value that it passes");

        static final Shape<Condition> SHAPE = new Shape.Structure<>(
                "a condition on a key result",
                List.of(KEY_RESULT, COMPARISON, VALUE),
                values -> new Condition(values.get(KEY_RESULT), values.get(COMPARISON), values.get(VALUE)),
                condition -> Values.none()
                        .with(KEY_RESULT, condition.keyResult)
                        .with(COMPARISON, condition.comparison)
                        .with(VALUE, condition.value));
    }

    static final Field<String> TOLD = Field.required("told", Shape.line(), "As it was told");
    static final Field<Condition> CONDITION = Field.of("condition", Condition.SHAPE, "A key result that trips it");
    static final Field<LocalDate> BY = Field.of("by", Shape.day(), "A day that trips it");

    static final Shape<Tripwire> SHAPE = new Shape.Structure<>(
            "a tripwire",
            List.of(TOLD, CONDITION, BY),
            values -> new Tripwire(values.get(TOLD), values.find(CONDITION), values.find(BY)),
            tripwire -> Values.none()
                    .with(TOLD, tripwire.told)
                    .with(CONDITION, tripwire.condition)
                    .with(BY, tripwire.by));
}
