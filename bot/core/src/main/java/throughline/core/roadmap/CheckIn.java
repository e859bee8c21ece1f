package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;

/** A measurement of a key result. The value may be any text, as the target may. */
public record CheckIn(
        LocalDate on, String value, Optional<Confidence> confidence, Optional<String> note, Optional<PersonId> by) {
    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day of the measurement");
    static final Field<String> VALUE = Field.required("value", Shape.line(), "The figure, as in the target");
    static final Field<Confidence> CONFIDENCE =
            Field.of("confidence", Shape.oneOf(Confidence.class), "How sure that the target will be reached");
    static final Field<String> NOTE = Field.of("note", Shape.prose(), "A line of context");
    static final Field<PersonId> BY = Field.of("by", Shape.person(), "Who measured");

    static final Shape<CheckIn> SHAPE = new Shape.Structure<>(
            "a check-in",
            List.of(ON, VALUE, CONFIDENCE, NOTE, BY),
            values -> new CheckIn(
                    values.get(ON), values.get(VALUE), values.find(CONFIDENCE), values.find(NOTE), values.find(BY)),
            it -> Values.none()
                    .with(ON, it.on)
                    .with(VALUE, it.value)
                    .with(CONFIDENCE, it.confidence)
                    .with(NOTE, it.note)
                    .with(BY, it.by));
}
