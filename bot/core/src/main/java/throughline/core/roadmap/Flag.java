package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * Something above an item changed, so that its owner has to say whether the item still holds.
 *
 * @param by who changed it
 * @param because what changed
 * @param what which of its fields, as it is written
 */
public record Flag(LocalDate on, PersonId by, ItemId because, String what) {
    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");
    static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who changed it");
    static final Field<ItemId> BECAUSE = Field.required("because", Shape.anyItem(), "What changed above it");
    static final Field<String> WHAT = Field.required("what", Shape.line(), "What of it changed");

    static final Shape<Flag> SHAPE = new Shape.Structure<>(
            "a flag",
            List.of(ON, BY, BECAUSE, WHAT),
            values -> new Flag(values.get(ON), values.get(BY), values.get(BECAUSE), values.get(WHAT)),
            it -> Values.none()
                    .with(ON, it.on)
                    .with(BY, it.by)
                    .with(BECAUSE, it.because)
                    .with(WHAT, it.what));

    /** What an initiative whose target changed is asked, and a workstream whose definition changed. */
    public static String question(Kind kind) {
        return kind == Kind.WORKSTREAM ? "re-decompose?" : "rebuild?";
    }

    /** The flags of an item that nobody has settled yet. */
    public static List<Flag> of(Item item) {
        return field(item.kind()).map(item.values()::all).orElse(List.of());
    }

    /** Where an item of a kind has its flags; empty for kinds that are never flagged. */
    public static Optional<Field<List<Flag>>> field(Kind kind) {
        return switch (kind) {
            case INITIATIVE -> Optional.of(Initiative.FLAGS);
            case WORKSTREAM -> Optional.of(Workstream.FLAGS);
            default -> Optional.empty();
        };
    }

    /** Under which headings a flagged item is found: among all, and among those of its owner. */
    static Stream<Facet> facets(Item item) {
        return of(item).isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(new Facet("flagged", "")),
                        item.owner().stream().map(owner -> new Facet("flagged of", owner.text())));
    }
}
