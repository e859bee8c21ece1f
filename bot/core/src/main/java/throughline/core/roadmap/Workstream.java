package throughline.core.roadmap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/** Technical work that builds an initiative; engineering's ("Three-Layer Execution Model", Layer 3). */
public final class Workstream extends Item {
    /** How far it is. */
    public enum Status {
        PLANNED,
        STARTED,
        BLOCKED,
        DONE
    }

    public static final Field<String> TITLE = Field.required("title", Shape.line(), "What has to be built");
    public static final Field<ItemId> INITIATIVE =
            Field.required("initiative", Shape.item(Kind.INITIATIVE), "The initiative that it builds");
    public static final Field<String> ESTIMATE = Field.of("estimate", Shape.line(), "How much work it is");
    public static final Field<List<ItemId>> DEPENDS_ON =
            Field.of("depends_on", Shape.many(Shape.item(Kind.WORKSTREAM)), "Workstreams that it needs first");
    public static final Field<String> RISK = Field.of("risk", Shape.prose(), "What could go wrong");
    public static final Field<Status> STATUS = Field.of("status", Shape.oneOf(Status.class), "How far it is");
    public static final Field<PersonId> OWNER = Field.of("owner", Shape.person(), "The engineer who owns it");
    public static final Field<List<Flag>> FLAGS = Field.of(
            "flags", Shape.many(Flag.SHAPE), "Changes of its initiative's definition that are not settled yet");
    public static final Field<String> TRACKER = Field.of("tracker", Shape.line(), "Its key in the issue tracker");

    static final List<Field<?>> FIELDS =
            List.of(TITLE, INITIATIVE, ESTIMATE, DEPENDS_ON, RISK, STATUS, OWNER, FLAGS, TRACKER);

    Workstream(ItemId id, Values values) {
        super(Kind.WORKSTREAM, id, values);
    }

    @Override
    public Optional<PersonId> owner() {
        return values().find(OWNER);
    }

    @Override
    public String title() {
        return values().get(TITLE);
    }

    public ItemId initiative() {
        return values().get(INITIATIVE);
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(
                        Stream.of(Facet.of("builds", initiative())),
                        Flag.facets(this),
                        values().find(TRACKER).stream().map(Workstream::tracked))
                .flatMap(facets -> facets);
    }

    /** Where a workstream with this key stands; a tracker's keys are the same in any case, and so is a link that ends in one. */
    static Facet tracked(String key) {
        String plain = key.strip();
        return new Facet(
                "tracked as", plain.substring(plain.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT));
    }
}
