package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/** A customer problem or opportunity that groups initiatives, with one primary outcome KPI. */
public final class Theme extends Item {
    public static final Field<String> TITLE = Field.required("title", Shape.line(), "The problem or opportunity");
    public static final Field<String> PROBLEM =
            Field.of("problem", Shape.prose(), "The problem, for customers to read");
    public static final Field<List<ItemId>> SERVES =
            Field.of("serves", Shape.many(Shape.item(Kind.OBJECTIVE)), "The objectives that it serves");
    public static final Field<String> KPI = Field.of("kpi", Shape.line(), "The primary outcome KPI");
    public static final Field<ItemId> PRODUCT = Field.of("product", Shape.item(Kind.PRODUCT), "The product");
    public static final Field<PersonId> OWNER = Field.of("owner", Shape.person(), "The PM who owns it");
    public static final Field<Visibility> VISIBILITY =
            Field.of("visibility", Shape.oneOf(Visibility.class), "Public unless given");

    static final List<Field<?>> FIELDS = List.of(TITLE, PROBLEM, SERVES, KPI, PRODUCT, OWNER, VISIBILITY);

    Theme(ItemId id, Values values) {
        super(Kind.THEME, id, values);
    }

    @Override
    public String title() {
        return values().get(TITLE);
    }

    public List<ItemId> serves() {
        return values().all(SERVES);
    }

    public Optional<String> kpi() {
        return values().find(KPI);
    }

    @Override
    public Optional<PersonId> owner() {
        return values().find(OWNER);
    }

    public boolean isPublic() {
        return values().find(VISIBILITY).orElse(Visibility.PUBLIC) == Visibility.PUBLIC;
    }

    @Override
    Stream<Facet> facets() {
        return Stream.concat(
                serves().stream().map(objective -> Facet.of("theme of", objective)),
                isPublic() ? Stream.of(Facet.of("theme is", Visibility.PUBLIC)) : Stream.of());
    }
}
