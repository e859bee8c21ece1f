package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;
import throughline.core.people.PersonId;

/** Company strategy: where we play, how we win, and what leadership permits to refuse. */
public final class Strategy extends Item {
    public static final Field<String> STATEMENT =
            Field.required("statement", Shape.prose(), "The strategy in one sentence");
    public static final Field<String> WHERE = Field.of("where_we_play", Shape.prose(), "Where we play");
    public static final Field<String> HOW = Field.of("how_we_win", Shape.prose(), "How we win");
    public static final Field<List<String>> PERMISSION = Field.of(
            "permission_to_say_no",
            Shape.many(Shape.prose()),
            "What leadership permits to refuse, quoted when a request is declined");
    public static final Field<String> PERIOD = Field.of("period", Shape.line(), "The year it holds for");
    public static final Field<PersonId> OWNER = Field.of("owner", Shape.person(), "Who speaks for it");

    static final List<Field<?>> FIELDS = List.of(STATEMENT, WHERE, HOW, PERMISSION, PERIOD, OWNER);

    Strategy(ItemId id, Values values) {
        super(Kind.STRATEGY, id, values);
    }

    @Override
    public Optional<PersonId> owner() {
        return values().find(OWNER);
    }

    @Override
    public String title() {
        return values().get(STATEMENT);
    }

    public Optional<String> period() {
        return values().find(PERIOD);
    }

    @Override
    public List<String> refusals() {
        return permissionToSayNo();
    }

    public List<String> permissionToSayNo() {
        return values().all(PERMISSION);
    }
}
