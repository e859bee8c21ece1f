package throughline.core.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A reason to believe: what a customer said, what the data show. Hangs under a theme or an initiative. */
public final class Evidence extends Item {
    /** Where the evidence comes from. */
    public enum Origin {
        CUSTOMER,
        MARKET,
        COMPETITOR,
        DATA,
        STAKEHOLDER
    }

    public static final Field<String> STATEMENT = Field.required("statement", Shape.prose(), "What was seen or said");
    public static final Field<Origin> ORIGIN = Field.of("kind", Shape.oneOf(Origin.class), "What kind of evidence");
    public static final Field<ItemId> INITIATIVE =
            Field.of("initiative", Shape.item(Kind.INITIATIVE), "The initiative that it is about");
    public static final Field<List<ItemId>> INITIATIVES = Field.of(
            "initiatives", Shape.many(Shape.item(Kind.INITIATIVE)), "The initiatives that it is about, if several");
    public static final Field<ItemId> THEME = Field.of("theme", Shape.item(Kind.THEME), "The theme that it is about");
    public static final Field<String> SOURCE = Field.of("source", Shape.line(), "Where it is written down");
    public static final Field<LocalDate> ON = Field.of("on", Shape.day(), "The day");
    public static final Field<String> VOICE = Field.of("voice", Shape.line(), "Whose voice it is");
    public static final Field<BigDecimal> REVENUE =
            Field.of("revenue", Shape.number(0, 1_000_000_000_000L), "Yearly revenue behind it");

    static final List<Field<?>> FIELDS =
            List.of(STATEMENT, ORIGIN, INITIATIVE, INITIATIVES, THEME, SOURCE, ON, VOICE, REVENUE);

    Evidence(ItemId id, Values values) {
        super(Kind.EVIDENCE, id, values);
    }

    @Override
    public String title() {
        return values().get(STATEMENT);
    }

    @Override
    Stream<Facet> facets() {
        Stream<ItemId> about = Stream.of(
                        values().find(INITIATIVE).stream(),
                        values().all(INITIATIVES).stream(),
                        values().find(THEME).stream())
                .flatMap(ids -> ids);
        return Stream.concat(
                about.distinct().map(item -> Facet.of("evidence for", item)),
                values().find(SOURCE).stream().map(Evidence::from));
    }

    /** Where evidence with this source stands. */
    static Facet from(String source) {
        return new Facet("evidence from", source.strip().toLowerCase(Locale.ROOT));
    }
}
