package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/** That somebody wants to hear what becomes of an item. It is kept beside the roadmap like a {@link Question}. */
public final class Watch extends Item {
    public static final Field<ItemId> ITEM = Field.required("item", Shape.anyItem(), "What is watched");
    public static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who watches it");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "Since when");

    static final List<Field<?>> FIELDS = List.of(ITEM, BY, ON);

    Watch(ItemId id, Values values) {
        super(Kind.WATCH, id, values);
    }

    @Override
    public String title() {
        return item().text();
    }

    public ItemId item() {
        return values().get(ITEM);
    }

    public PersonId by() {
        return values().get(BY);
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(Facet.of("watched", item()), new Facet("watched by", by().text()));
    }
}
