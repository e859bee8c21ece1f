package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * A horizon that was put before people for their comments, with what was in it then. What they say is {@link Evidence}. It is kept
 * beside the roadmap like a {@link Question}.
 */
public final class Share extends Item {
    public static final Field<Horizon> HORIZON =
            Field.required("horizon", Shape.oneOf(Horizon.class), "What was shared");
    public static final Field<List<ItemId>> ITEMS =
            Field.of("items", Shape.many(Shape.item(Kind.INITIATIVE)), "What was in it");
    public static final Field<List<PersonId>> PEOPLE =
            Field.of("people", Shape.many(Shape.person()), "Whom it was sent to");
    public static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who shared it");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");

    static final List<Field<?>> FIELDS = List.of(HORIZON, ITEMS, PEOPLE, BY, ON);

    Share(ItemId id, Values values) {
        super(Kind.SHARE, id, values);
    }

    @Override
    public String title() {
        return horizon().title() + " of " + on();
    }

    public Horizon horizon() {
        return values().get(HORIZON);
    }

    public List<ItemId> items() {
        return values().all(ITEMS);
    }

    public PersonId by() {
        return values().get(BY);
    }

    public LocalDate on() {
        return values().get(ON);
    }

    /** What evidence that was said to it gives as its source. */
    public String source() {
        return "comment on " + id();
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(Facet.of("shared", horizon()));
    }
}
