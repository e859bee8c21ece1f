package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;

/**
 * That something came into Now in the middle of a quarter.
 *
 * @param by who brought it in
 * @param way through the gate, by a swap or against it, if that was recorded
 * @param instead what went out for it
 */
public record Arrived(
        ItemId initiative, LocalDate on, PersonId by, Optional<Admission.Way> way, Optional<ItemId> instead) {
    static final Field<ItemId> INITIATIVE = Field.required("initiative", Shape.anyItem(), "What came in");
    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");
    static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who brought it in");
    static final Field<Admission.Way> WAY = Field.of("way", Shape.oneOf(Admission.Way.class), "How");
    static final Field<ItemId> INSTEAD = Field.of("instead_of", Shape.anyItem(), "What went out for it");

    static final Shape<Arrived> SHAPE = new Shape.Structure<>(
            "an entry in the middle of a quarter",
            List.of(INITIATIVE, ON, BY, WAY, INSTEAD),
            values -> new Arrived(
                    values.get(INITIATIVE), values.get(ON), values.get(BY), values.find(WAY), values.find(INSTEAD)),
            it -> Values.none()
                    .with(INITIATIVE, it.initiative)
                    .with(ON, it.on)
                    .with(BY, it.by)
                    .with(WAY, it.way)
                    .with(INSTEAD, it.instead));
}
