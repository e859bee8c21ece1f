package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import throughline.core.people.PersonId;

/** Somebody looked and said that it still holds. */
public record Confirmation(LocalDate on, PersonId by) {
    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");
    static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who said so");

    static final Shape<Confirmation> SHAPE = new Shape.Structure<>(
            "a confirmation",
            List.of(ON, BY),
            values -> new Confirmation(values.get(ON), values.get(BY)),
            it -> Values.none().with(ON, it.on).with(BY, it.by));
}
