package throughline.core.roadmap;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

/** When quarters begin and whether PMs are reminded to review them. It is kept beside the roadmap like a {@link Question}. */
public final class Quarters extends Item {
    public static final Field<Month> STARTS =
            Field.of("starts", Shape.oneOf(Month.class), "The first month of the fiscal year; January unless given");
    public static final Field<Boolean> OFF = Field.of("off", Shape.flag(), "Whether nobody is reminded of reviews");

    static final List<Field<?>> FIELDS = List.of(STARTS, OFF);

    private static final Facet ALL = new Facet("quarters", "");

    Quarters(ItemId id, Values values) {
        super(Kind.QUARTERS, id, values);
    }

    @Override
    public String title() {
        return "the fiscal quarters";
    }

    public Month starts() {
        return values().find(STARTS).orElse(Month.JANUARY);
    }

    public boolean isOff() {
        return values().find(OFF).orElse(false);
    }

    /** The first month of the fiscal year, whether somebody set it or not. */
    public static Month starts(Roadmap roadmap) {
        return roadmap.quarters().map(Quarters::starts).orElse(Month.JANUARY);
    }

    /** The quarter that a day is in. */
    public static Quarter of(Roadmap roadmap, LocalDate day) {
        return Quarter.of(day, starts(roadmap));
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(ALL);
    }

    static Facet all() {
        return ALL;
    }
}
