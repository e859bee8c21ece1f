package throughline.core.roadmap;

import java.util.List;
import java.util.stream.Stream;

/** A test of an assumption (Teresa Torres' Opportunity Solution Tree, lowest level). */
public final class Experiment extends Item {
    public static final Field<String> ASSUMPTION =
            Field.required("assumption", Shape.prose(), "What is assumed and might be wrong");
    public static final Field<ItemId> INITIATIVE =
            Field.required("initiative", Shape.item(Kind.INITIATIVE), "The initiative that it tests");
    public static final Field<String> MEASURE = Field.of("measure", Shape.line(), "How it is measured");
    public static final Field<String> RESULT = Field.of("result", Shape.prose(), "What came out");

    static final List<Field<?>> FIELDS = List.of(ASSUMPTION, INITIATIVE, MEASURE, RESULT);

    Experiment(ItemId id, Values values) {
        super(Kind.EXPERIMENT, id, values);
    }

    @Override
    public String title() {
        return values().get(ASSUMPTION);
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(Facet.of("tests", values().get(INITIATIVE)));
    }
}
