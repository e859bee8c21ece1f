package throughline.core.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What brings a decision back: a key result that gets to the other side of a figure, a day, or the first of both.
 *
 * @param told as its decider wrote it: "trial-to-paid < 8 % by 2027-03-31"
 * @param by a day; what it says of a condition is told by {@code term}
 */
public record Tripwire(String told, Optional<Condition> condition, Term term, Optional<LocalDate> by) {
    /** At the latest on the day, if one is given. */
    public Tripwire(String told, Optional<Condition> condition, Optional<LocalDate> by) {
        this(told, condition, Term.AT_LATEST, by);
    }

    /** What the day is to the condition. */
    public enum Term {
        /** It counts until then; after that the decision stands. */
        UNTIL,
        /** It is looked at on that day alone. */
        ON,
        /** The decision comes back on that day at the latest. */
        AT_LATEST
    }

    /** On which side of the figure it trips. */
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

    /**
     * A key result against a figure.
     *
     * @param figure with its unit, as it was typed: "8 %"
     */
    public record Condition(ItemId keyResult, Comparison comparison, String figure) {
        static final Field<ItemId> KEY_RESULT =
                Field.required("key_result", Shape.item(Kind.KEY_RESULT), "The key result that is looked at");
        static final Field<Comparison> COMPARISON =
                Field.required("comparison", Shape.oneOf(Comparison.class), "Below, at most, at least or above");
        static final Field<String> FIGURE = Field.required("figure", Shape.line(60), "The figure that it passes");

        static final Shape<Condition> SHAPE = new Shape.Structure<>(
                "a condition on a key result",
                List.of(KEY_RESULT, COMPARISON, FIGURE),
                values -> new Condition(values.get(KEY_RESULT), values.get(COMPARISON), values.get(FIGURE)),
                condition -> Values.none()
                        .with(KEY_RESULT, condition.keyResult)
                        .with(COMPARISON, condition.comparison)
                        .with(FIGURE, condition.figure));
    }

    static final Field<String> TOLD = Field.required("told", Shape.line(), "As it was told");
    static final Field<Condition> CONDITION = Field.of("condition", Condition.SHAPE, "A key result that trips it");
    static final Field<Term> TERM =
            Field.of("term", Shape.oneOf(Term.class), "Whether the condition counts until the day or on it");
    static final Field<LocalDate> BY = Field.of("by", Shape.day(), "The day");

    static final Shape<Tripwire> SHAPE = new Shape.Structure<>(
            "a tripwire",
            List.of(TOLD, CONDITION, TERM, BY),
            values -> new Tripwire(
                    values.get(TOLD),
                    values.find(CONDITION),
                    values.find(TERM).orElse(Term.AT_LATEST),
                    values.find(BY)),
            tripwire -> Values.none()
                    .with(TOLD, tripwire.told)
                    .with(CONDITION, tripwire.condition)
                    .with(TERM, tripwire.term)
                    .with(BY, tripwire.by));
}
