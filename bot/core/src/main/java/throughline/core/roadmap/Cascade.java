package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/**
 * A changed strategy or objective on its way from leadership to everybody, and who has read it. It is kept beside the roadmap like a
 * {@link Question}.
 */
public final class Cascade extends Item {
    /** That somebody has read it. */
    public record Reading(PersonId by, LocalDate on) {
        static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who read it");
        static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");

        static final Shape<Reading> SHAPE = new Shape.Structure<>(
                "a reading",
                List.of(BY, ON),
                values -> new Reading(values.get(BY), values.get(ON)),
                it -> Values.none().with(BY, it.by).with(ON, it.on));
    }

    public static final Field<ItemId> ITEM = Field.required("item", Shape.anyItem(), "What changed");
    public static final Field<String> CHANGED = Field.required("changed", Shape.prose(), "What of it changed");
    public static final Field<PersonId> BY = Field.required("by", Shape.person(), "Who changed it");
    public static final Field<LocalDate> ON = Field.required("on", Shape.day(), "Since when it is passed on");
    public static final Field<String> WHY = Field.of("why", Shape.prose(), "Why it changed");
    public static final Field<String> ENTRY = Field.required("entry", Shape.line(), "The last commit that it tells of");
    public static final Field<List<Reading>> READ = Field.of("read", Shape.many(Reading.SHAPE), "Who has read it");
    public static final Field<LocalDate> OVERTAKEN =
            Field.of("overtaken", Shape.day(), "The day a later change took its place");

    static final List<Field<?>> FIELDS = List.of(ITEM, CHANGED, BY, ON, WHY, ENTRY, READ, OVERTAKEN);

    Cascade(ItemId id, Values values) {
        super(Kind.CASCADE, id, values);
    }

    @Override
    public String title() {
        return item() + ": " + changed();
    }

    public ItemId item() {
        return values().get(ITEM);
    }

    public String changed() {
        return values().get(CHANGED);
    }

    public PersonId by() {
        return values().get(BY);
    }

    public LocalDate on() {
        return values().get(ON);
    }

    public Optional<String> why() {
        return values().find(WHY);
    }

    public String entry() {
        return values().get(ENTRY);
    }

    public List<Reading> read() {
        return values().all(READ);
    }

    /** When somebody read it; empty if not yet. */
    public Optional<LocalDate> read(PersonId person) {
        return read().stream()
                .filter(one -> one.by().equals(person))
                .map(Reading::on)
                .findFirst();
    }

    public boolean isOvertaken() {
        return values().find(OVERTAKEN).isPresent();
    }

    @Override
    Stream<Facet> facets() {
        return Stream.of(since(on()), Facet.of("passed on", item()));
    }

    static Facet since(LocalDate day) {
        return new Facet("passed on since", day.toString());
    }
}
