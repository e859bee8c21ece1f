package throughline.core.roadmap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;

/** A product and its strategy: the problems it solves and for whom. */
public final class Product extends Item {
    public static final Field<String> NAME = Field.required("name", Shape.line(), "What it is called");
    public static final Field<String> PROBLEMS = Field.of("problems", Shape.prose(), "The problems it solves");
    public static final Field<String> CUSTOMERS = Field.of("for_whom", Shape.prose(), "For whom it solves them");
    public static final Field<Dhm> DHM = Field.of("dhm", Dhm.SHAPE, "Delight, hard to copy, margin");
    public static final Field<PersonId> LEAD = Field.of("lead", Shape.person(), "The product lead");
    public static final Field<BigDecimal> NOW_LIMIT =
            Field.of("now_limit", Shape.whole(1, 99), "How many major bets Now may hold; 4 unless given");

    static final List<Field<?>> FIELDS = List.of(NAME, PROBLEMS, CUSTOMERS, DHM, LEAD, NOW_LIMIT);
    private static final int DEFAULT_NOW_LIMIT = 4;

    Product(ItemId id, Values values) {
        super(Kind.PRODUCT, id, values);
    }

    @Override
    public Optional<PersonId> owner() {
        return values().find(LEAD);
    }

    @Override
    public String title() {
        return values().get(NAME);
    }

    public int nowLimit() {
        return values().find(NOW_LIMIT).map(BigDecimal::intValue).orElse(DEFAULT_NOW_LIMIT);
    }
}
