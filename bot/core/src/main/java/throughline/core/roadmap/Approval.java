package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;

/** A product lead's recorded yes to a big bet ("Closing the Strategy-Execution Gap", Bet Sizing: decision rights). */
public record Approval(LocalDate on, PersonId by, Optional<String> note) {
    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");
    static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who approved");
    static final Field<String> NOTE = Field.of("note", Shape.prose(), "What they said");

    static final Shape<Approval> SHAPE = new Shape.Structure<>(
            "an approval",
            List.of(ON, BY, NOTE),
            values -> new Approval(values.get(ON), values.get(BY), values.find(NOTE)),
            it -> Values.none().with(ON, it.on).with(BY, it.by).with(NOTE, it.note));
}
