package throughline.core.roadmap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * Somebody's review of a quarter, as far as it has come. What it found is recorded one by one, so it may be left and gone on with at any
 * time, wherever its author is. It is kept beside the roadmap like a {@link Question}.
 */
public final class Review extends Item {
    private static final long MOST = 100_000;

    public static final Field<PersonId> BY = Field.required("by", Shape.person(), "Whose initiatives are reviewed");
    public static final Field<LocalDate> FROM = Field.required("from", Shape.day(), "The first day of the quarter");
    public static final Field<String> QUARTER = Field.required("quarter", Shape.line(), "What the quarter is called");
    public static final Field<List<Finding>> FINDINGS =
            Field.of("findings", Shape.many(Finding.SHAPE), "What was found, one for each initiative");
    public static final Field<LocalDate> REMIND =
            Field.of("remind", Shape.day(), "The day on which its author wants to be reminded");
    public static final Field<LocalDate> LAPSED =
            Field.of("lapsed", Shape.day(), "The day on which the quarter was over and it was not closed");
    public static final Field<List<ItemId>> UNCONFIRMED =
            Field.of("unconfirmed", Shape.many(Shape.anyItem()), "What nobody had reviewed by then");
    public static final Field<LocalDate> CLOSED = Field.of("closed", Shape.day(), "The day on which it was closed");
    public static final Field<List<Kept>> CALIBRATION =
            Field.of("calibration", Shape.many(Kept.SHAPE), "How many promises came true, by confidence");
    public static final Field<List<Arrived>> DRIFT =
            Field.of("drift", Shape.many(Arrived.SHAPE), "What came into Now in the middle of the quarter");
    public static final Field<BigDecimal> HELD =
            Field.of("held", Shape.whole(0, MOST), "How many initiatives were in Now at some time");

    static final List<Field<?>> FIELDS =
            List.of(BY, FROM, QUARTER, FINDINGS, REMIND, LAPSED, UNCONFIRMED, CLOSED, CALIBRATION, DRIFT, HELD);

    Review(ItemId id, Values values) {
        super(Kind.REVIEW, id, values);
    }

    @Override
    public String title() {
        return "the review of " + called();
    }

    /** What its quarter is called: "Q4 2026". */
    public String called() {
        return values().get(QUARTER);
    }

    public PersonId by() {
        return values().get(BY);
    }

    public Quarter quarter() {
        return new Quarter(YearMonth.from(values().get(FROM)));
    }

    public List<Finding> findings() {
        return values().all(FINDINGS);
    }

    public Optional<Finding> finding(ItemId initiative) {
        return findings().stream()
                .filter(finding -> finding.initiative().equals(initiative))
                .findFirst();
    }

    public Optional<LocalDate> remind() {
        return values().find(REMIND);
    }

    public Optional<LocalDate> closed() {
        return values().find(CLOSED);
    }

    public boolean isLapsed() {
        return values().find(LAPSED).isPresent();
    }

    /** What was not reviewed when the quarter was over, and is not by now. */
    public Stream<ItemId> unconfirmed() {
        return values().all(UNCONFIRMED).stream()
                .filter(initiative -> finding(initiative).isEmpty());
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(
                        Stream.of(of(by()), of(by(), quarter())),
                        findings().stream().map(finding -> Facet.of("reviewed", finding.initiative())),
                        unconfirmed().map(Review::without))
                .flatMap(facets -> facets);
    }

    static Facet of(PersonId person) {
        return new Facet("reviews of", person.text());
    }

    static Facet of(PersonId person, Quarter quarter) {
        return new Facet("review of " + person.text(), quarter.key());
    }

    /** Under which those are found that do not have this initiative and should. */
    static Facet without(ItemId initiative) {
        return Facet.of("unconfirmed", initiative);
    }
}
