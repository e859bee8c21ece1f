package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/** A change that the organization wants to see, with its reason ("Three-Layer Execution Model", Layer 1). */
public final class Objective extends Item {
    /** Whose objective it is; a team's names the one that it supports. */
    public enum Level {
        COMPANY,
        PRODUCT,
        TEAM
    }

    public static final Field<String> TITLE = Field.required("title", Shape.line(), "The change that is wanted");
    public static final Field<String> WHY = Field.of("why", Shape.prose(), "The business rationale");
    public static final Field<Level> LEVEL = Field.of("level", Shape.oneOf(Level.class), "Whose objective it is");
    public static final Field<ItemId> SUPPORTS =
            Field.of("supports", Shape.item(Kind.OBJECTIVE), "The objective that it supports");
    public static final Field<ItemId> STRATEGY =
            Field.of("strategy", Shape.item(Kind.STRATEGY), "The strategy statement that it carries out");
    public static final Field<ItemId> PRODUCT = Field.of("product", Shape.item(Kind.PRODUCT), "The product");
    public static final Field<String> CURRENT = Field.of("current", Shape.prose(), "The current state");
    public static final Field<String> TARGET = Field.of("target", Shape.prose(), "The target state");
    public static final Field<Belief> PROBLEM_CONFIDENCE =
            Field.of("problem_confidence", Belief.SHAPE, "How sure that the problem is real");
    public static final Field<String> PERIOD = Field.of("period", Shape.line(), "The year or quarter it holds for");
    public static final Field<PersonId> OWNER = Field.of("owner", Shape.person(), "The PM who owns it");
    public static final Field<ItemId> TEAM = Field.of("team", Shape.item(Kind.TEAM), "The team, for a team objective");
    public static final Field<Confirmation> CONFIRMED =
            Field.of("confirmed", Confirmation.SHAPE, "Who last said that it still holds, and when");
    public static final Field<List<String>> SOURCE =
            Field.of("source", Shape.many(Shape.line()), "Where it is written down");

    static final List<Field<?>> FIELDS = List.of(
            TITLE,
            WHY,
            LEVEL,
            SUPPORTS,
            STRATEGY,
            PRODUCT,
            CURRENT,
            TARGET,
            PROBLEM_CONFIDENCE,
            PERIOD,
            OWNER,
            TEAM,
            CONFIRMED,
            SOURCE);

    Objective(ItemId id, Values values) {
        super(Kind.OBJECTIVE, id, values);
    }

    @Override
    public String title() {
        return values().get(TITLE);
    }

    public Optional<String> why() {
        return values().find(WHY);
    }

    @Override
    public Optional<PersonId> owner() {
        return values().find(OWNER);
    }

    public Optional<ItemId> strategy() {
        return values().find(STRATEGY);
    }

    public Optional<ItemId> supports() {
        return values().find(SUPPORTS);
    }

    @Override
    Stream<Facet> facets() {
        return values().find(SUPPORTS).stream().map(above -> Facet.of("supports", above));
    }
}
