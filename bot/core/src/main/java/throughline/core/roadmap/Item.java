package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import throughline.core.people.PersonId;

/** Something on the roadmap: an id and the values of its kind's fields. Immutable. */
public abstract sealed class Item
        permits Product,
                Strategy,
                Objective,
                KeyResult,
                Theme,
                Initiative,
                Workstream,
                Evidence,
                Experiment,
                Team,
                Question,
                Precedent,
                Proposal,
                Share,
                Watch,
                Schedule,
                Alignment,
                DaysOff,
                FeatureRequest,
                Receipt,
                IntakeChannel,
                News,
                Pulse,
                Cascade,
                Quarters,
                Review {
    private final Kind kind;
    private final ItemId id;
    private final Values values;

    Item(Kind kind, ItemId id, Values values) {
        this.kind = kind;
        this.id = id;
        this.values = values;
    }

    public final Kind kind() {
        return kind;
    }

    public final ItemId id() {
        return id;
    }

    public final Values values() {
        return values;
    }

    /** What people call it. */
    public abstract String title();

    /** Whom to ask about it: its owner, or who measures, leads or speaks for it. */
    public Optional<PersonId> owner() {
        return Optional.empty();
    }

    /** Everything that people wrote into its fields in words, in the order of the fields; the title is among it. */
    public final Stream<String> prose() {
        return values.prose(kind.fields());
    }

    /** The same item with other {@linkplain #prose words} in its fields. */
    public final Item reworded(UnaryOperator<String> words) {
        return kind.item(id, values.reworded(kind.fields(), words));
    }

    /** What it says will not be done: non-goals, and what leadership permits to refuse. */
    public List<String> refusals() {
        return List.of();
    }

    /** Under which headings the roadmap must find this item without looking at all others. */
    Stream<Facet> facets() {
        return Stream.of();
    }

    /** The same item with one value changed. */
    public final <V> Item with(Field<V> field, Optional<V> value) {
        return kind.item(id, values.with(field, value));
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Item item && item.id.equals(id) && item.kind == kind && item.values.equals(values);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    @Override
    public final String toString() {
        return id + " " + title();
    }
}
