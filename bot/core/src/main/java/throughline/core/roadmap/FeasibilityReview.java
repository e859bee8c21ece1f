package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;

/** Engineering's recorded word on whether it can be built. */
public record FeasibilityReview(LocalDate on, PersonId by, Optional<String> note) {
    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");
    static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who reviewed");
    static final Field<String> NOTE = Field.of("note", Shape.prose(), "What they said");

    static final Shape<FeasibilityReview> SHAPE = new Shape.Structure<>(
            "a review",
            List.of(ON, BY, NOTE),
            values -> new FeasibilityReview(values.get(ON), values.get(BY), values.find(NOTE)),
            it -> Values.none().with(ON, it.on).with(BY, it.by).with(NOTE, it.note));
}
