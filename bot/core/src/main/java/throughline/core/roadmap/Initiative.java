package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/** A product bet: the capability that should move a key result ("Three-Layer Execution Model", Layer 2). */
public final class Initiative extends Item {
    /** Bet sizes ("Closing the Strategy-Execution Gap", Bet Sizing). */
    public enum Size {
        BIG,
        MEDIUM,
        SMALL
    }

    /** Shreyas Doshi's LNO framework. */
    public enum WorkType {
        LEVERAGE,
        NEUTRAL,
        OVERHEAD
    }

    /** Must, should, could, won't: the place inside a release. */
    public enum Moscow {
        MUST,
        SHOULD,
        COULD,
        WONT
    }

    /** Whom it is for in the first place. */
    public enum Nature {
        CUSTOMER,
        TECHNOLOGY
    }

    public static final Field<String> TITLE = Field.required("title", Shape.line(), "What it is called");
    public static final Field<String> DESCRIPTION =
            Field.of("description", Shape.prose(), "What the product will do, not how");
    public static final Field<Horizon> HORIZON =
            Field.required("horizon", Shape.oneOf(Horizon.class), "When, without a date");
    public static final Field<List<ItemId>> SERVES =
            Field.of("serves", Shape.many(Shape.item(Kind.KEY_RESULT)), "The key results that it should move");
    public static final Field<ItemId> THEME = Field.of("theme", Shape.item(Kind.THEME), "The theme");
    public static final Field<PersonId> OWNER = Field.of("owner", Shape.person(), "The PM who owns it");
    public static final Field<ItemId> TEAM = Field.of("team", Shape.item(Kind.TEAM), "The team that builds it");
    public static final Field<ItemId> PRODUCT = Field.of("product", Shape.item(Kind.PRODUCT), "The product");
    public static final Field<String> WHY = Field.of("why", Shape.prose(), "The rationale");
    public static final Field<List<String>> CONSTRAINTS =
            Field.of("constraints", Shape.many(Shape.prose()), "What it must respect");
    public static final Field<List<String>> NON_GOALS =
            Field.of("non_goals", Shape.many(Shape.prose()), "What it will not do");
    public static final Field<List<String>> FIXED = Field.of("fixed", Shape.many(Shape.prose()), "What is decided");
    public static final Field<List<String>> OPEN =
            Field.of("open", Shape.many(Shape.prose()), "What the team may decide");
    public static final Field<List<String>> TRADE_OFFS =
            Field.of("trade_offs", Shape.many(Shape.prose()), "Trade-offs that were considered");
    public static final Field<Beliefs> CONFIDENCE =
            Field.of("confidence", Beliefs.SHAPE, "How sure of problem, solution and outcome");
    public static final Field<Size> SIZE = Field.of("size", Shape.oneOf(Size.class), "The size of the bet");
    public static final Field<WorkType> WORK_TYPE =
            Field.of("work_type", Shape.oneOf(WorkType.class), "Leverage, neutral or overhead");
    public static final Field<Nature> NATURE =
            Field.of("kind", Shape.oneOf(Nature.class), "For customers, or technology; customers unless given");
    public static final Field<Dhm> DHM = Field.of("dhm", Dhm.SHAPE, "Delight, hard to copy, margin");
    public static final Field<Rice> RICE = Field.of("rice", Rice.SHAPE, "Reach, impact, confidence, effort");
    public static final Field<Moscow> MOSCOW = Field.of("moscow", Shape.oneOf(Moscow.class), "Place in its release");
    public static final Field<CostOfDelay> COST_OF_DELAY =
            Field.of("cost_of_delay", CostOfDelay.SHAPE, "What waiting costs");
    public static final Field<String> RELEASE =
            Field.of("release", Shape.line(), "Release window: a quarter or a half year, never a date");
    public static final Field<FixedDeadline> FIXED_DEADLINE =
            Field.of("fixed_deadline", FixedDeadline.SHAPE, "A true external deadline; never shown publicly");
    public static final Field<List<SuccessCriterion>> SUCCESS =
            Field.of("success", Shape.many(SuccessCriterion.SHAPE), "How to tell that it worked");
    public static final Field<List<ItemId>> DEPENDS_ON =
            Field.of("depends_on", Shape.many(Shape.item(Kind.INITIATIVE)), "Initiatives that it needs first");
    public static final Field<Visibility> VISIBILITY =
            Field.of("visibility", Shape.oneOf(Visibility.class), "Internal unless given");
    public static final Field<Boolean> DISCOVERY =
            Field.of("discovery", Shape.flag(), "True while the problem is still being understood");
    public static final Field<List<FeasibilityReview>> REVIEWS =
            Field.of("reviews", Shape.many(FeasibilityReview.SHAPE), "Engineering's feasibility reviews");
    public static final Field<List<Flag>> FLAGS =
            Field.of("flags", Shape.many(Flag.SHAPE), "Targets that changed above it and are not settled yet");
    public static final Field<Approval> APPROVED =
            Field.of("approved", Approval.SHAPE, "The product lead's yes, which a big bet needs for Now");
    public static final Field<Admission> ENTERED =
            Field.of("entered", Admission.SHAPE, "How it came into Now the last time");
    public static final Field<Confirmation> CONFIRMED =
            Field.of("confirmed", Confirmation.SHAPE, "Who last said that it still holds, and when");
    public static final Field<List<String>> SOURCE =
            Field.of("source", Shape.many(Shape.line()), "Where it is written down");

    static final List<Field<?>> FIELDS = List.of(
            TITLE,
            DESCRIPTION,
            HORIZON,
            SERVES,
            THEME,
            OWNER,
            TEAM,
            PRODUCT,
            WHY,
            CONSTRAINTS,
            NON_GOALS,
            FIXED,
            OPEN,
            TRADE_OFFS,
            CONFIDENCE,
            SIZE,
            WORK_TYPE,
            NATURE,
            DHM,
            RICE,
            MOSCOW,
            COST_OF_DELAY,
            RELEASE,
            FIXED_DEADLINE,
            SUCCESS,
            DEPENDS_ON,
            VISIBILITY,
            DISCOVERY,
            REVIEWS,
            FLAGS,
            APPROVED,
            ENTERED,
            CONFIRMED,
            SOURCE);

    Initiative(ItemId id, Values values) {
        super(Kind.INITIATIVE, id, values);
    }

    @Override
    public String title() {
        return values().get(TITLE);
    }

    public Optional<String> description() {
        return values().find(DESCRIPTION);
    }

    public Horizon horizon() {
        return values().get(HORIZON);
    }

    public List<ItemId> serves() {
        return values().all(SERVES);
    }

    public Optional<ItemId> theme() {
        return values().find(THEME);
    }

    @Override
    public Optional<PersonId> owner() {
        return values().find(OWNER);
    }

    public Optional<ItemId> team() {
        return values().find(TEAM);
    }

    public Optional<Confirmation> confirmed() {
        return values().find(CONFIRMED);
    }

    public boolean isPublic() {
        return values().find(VISIBILITY).orElse(Visibility.INTERNAL) == Visibility.PUBLIC;
    }

    /** The lower of what the horizon promises and the bet's own lowest. */
    public Confidence confidence() {
        Confidence promised = horizon().confidence();
        return values().find(CONFIDENCE)
                .flatMap(Beliefs::lowest)
                .map(promised::orLower)
                .orElse(promised);
    }

    /** Big, medium or unsized: the bets that Now's limit counts. */
    public boolean isMajor() {
        return values().find(SIZE).orElse(Size.MEDIUM) != Size.SMALL;
    }

    /** How it came into Now the last time, if that was recorded. */
    public Optional<Admission> entered() {
        return values().find(ENTERED);
    }

    public Optional<Approval> approved() {
        return values().find(APPROVED);
    }

    /** A big bet takes the product lead's approval as well. */
    public boolean isBig() {
        return values().find(SIZE).filter(Size.BIG::equals).isPresent();
    }

    @Override
    public List<String> refusals() {
        return values().all(NON_GOALS);
    }

    /** When it should be released, if that is given as a quarter or a half year; a hard date is taken as its quarter. */
    public Optional<Window> window() {
        return values().find(RELEASE).flatMap(Window::of);
    }

    public Optional<Moscow> moscow() {
        return values().find(MOSCOW);
    }

    /** Customers' unless given. */
    public Nature nature() {
        return values().find(NATURE).orElse(Nature.CUSTOMER);
    }

    public List<ItemId> dependsOn() {
        return values().all(DEPENDS_ON);
    }

    private Stream<Facet> openFacets() {
        return Stream.of(
                        Stream.of(Facet.release(window(), moscow())),
                        nature() == Nature.TECHNOLOGY ? Stream.of(Facet.technology(horizon())) : Stream.<Facet>of(),
                        values().find(PRODUCT).stream().map(product -> Facet.of(horizon() + " in product", product)),
                        values().find(SIZE).stream().map(size -> Facet.of(horizon() + " sized", size)),
                        values().find(WORK_TYPE).stream().map(type -> Facet.of(horizon() + " typed", type)),
                        isPublic()
                                ? theme().stream().map(theme -> Facet.of("public in theme", theme))
                                : Stream.<Facet>of())
                .flatMap(facets -> facets);
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(
                        Stream.of(Facet.of("horizon", horizon())),
                        isMajor()
                                ? Stream.of(
                                        Facet.of("major", horizon()), Facet.major(horizon(), values().find(PRODUCT)))
                                : Stream.<Facet>of(),
                        serves().stream().map(keyResult -> Facet.of("serves", keyResult)),
                        serves().stream().map(keyResult -> Facet.of(horizon() + " serves", keyResult)),
                        theme().stream().map(theme -> Facet.of("in theme", theme)),
                        theme().stream().map(theme -> Facet.of(horizon() + " in theme", theme)),
                        team().stream().map(team -> Facet.of("built by", team)),
                        team().stream().map(team -> Facet.of(horizon().name() + " of", team)),
                        owner().stream().map(owner -> new Facet("owned by", owner.text())),
                        owner().stream().map(owner -> new Facet(horizon() + " owned by", owner.text())),
                        values().all(DEPENDS_ON).stream().map(needed -> Facet.of("needs", needed)),
                        serves().isEmpty()
                                ? Stream.of(new Facet("orphan", ""), Facet.of("orphan", horizon()))
                                : Stream.<Facet>of(),
                        Flag.facets(this),
                        entered().stream()
                                .filter(entry ->
                                        entry.way() == Admission.Way.OVERRIDE || entry.way() == Admission.Way.SWAP)
                                .map(entry -> new Facet("entered out of turn", "")),
                        horizon().isOpen() ? openFacets() : Stream.<Facet>of())
                .flatMap(facets -> facets);
    }
}
