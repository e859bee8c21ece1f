package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where every request that is filed is shown to all who keep the roadmap. It is kept beside the roadmap like a {@link Question}. */
public final class IntakeChannel extends Item {
    public static final Field<String> CHANNEL =
            Field.required("channel", Shape.line(), "Where, with the platform: slack:C024BE7LR");
    public static final Field<ItemId> AFTER =
            Field.of("after", Shape.item(Kind.REQUEST), "The last request that was filed before it was set up");

    static final List<Field<?>> FIELDS = List.of(CHANNEL, AFTER);

    private static final Facet ALL = new Facet("intake", "");

    IntakeChannel(ItemId id, Values values) {
        super(Kind.INTAKE, id, values);
    }

    @Override
    public String title() {
        return "the channel for requests";
    }

    /** With its platform, as {@code Place.written} has it. */
    public String channel() {
        return values().get(CHANNEL);
    }

    /** The last request that is not shown in it; none if it shows all. */
    public Optional<ItemId> after() {
        return values().find(AFTER);
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(ALL);
    }

    static Facet all() {
        return ALL;
    }
}
