package throughline.core.history;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import throughline.core.data.Datum;
import throughline.core.data.Spot;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Reading;
import throughline.core.roadmap.Writing;

/**
 * Takes words out of facts: those that one commit brought in about an item, wherever facts about this item repeat them, so that
 * the fold never has them.
 */
public final class Redaction {
    /** What stands there instead. */
    public static final String MARK = "[redacted]";

    private final ItemId item;
    private final Set<String> words;
    private final Optional<String> why;

    private Redaction(ItemId item, Set<String> words, Optional<String> why) {
        this.item = item;
        this.words = words;
        this.why = why;
    }

    /** Of what a commit says about an item, its reason included. */
    public static Redaction of(ChangeSet facts, ItemId item) {
        Set<String> words = new LinkedHashSet<>();
        facts.about(item).changes().forEach(change -> words(change).forEach(words::add));
        words.remove(MARK);
        return new Redaction(item, words, facts.why().filter(reason -> !reason.equals(MARK)));
    }

    /** Whether there is nothing to take out. */
    public boolean isEmpty() {
        return words.isEmpty() && why.isEmpty();
    }

    /** The same facts without the words. */
    public ChangeSet of(ChangeSet facts) {
        if (!facts.isAbout(item)) {
            return facts;
        }
        return new ChangeSet(
                facts.stamp(),
                facts.why()
                        .map(reason ->
                                why.filter(reason::equals).map(same -> MARK).orElse(reason)),
                facts.changes().stream().map(this::of).toList());
    }

    private Change of(Change change) {
        if (change.about().filter(id -> id.folded().equals(item.folded())).isEmpty()) {
            return change;
        }
        if (change instanceof Change.Added added) {
            return new Change.Added(of(added.item()));
        }
        if (change instanceof Change.Removed removed) {
            return new Change.Removed(
                    removed.kind(), removed.item(), removed.was().map(this::of));
        }
        if (change instanceof Change.Edited<?> edited) {
            return of(edited);
        }
        if (change instanceof Change.Listed<?> listed) {
            return of(listed);
        }
        return change instanceof Change.Unlisted<?> unlisted ? of(unlisted) : change;
    }

    private Item of(Item old) {
        Item without = old;
        for (Field<?> field : old.kind().fields()) {
            without = of(without, field);
        }
        return without;
    }

    private <V> Item of(Item old, Field<V> field) {
        return old.with(field, old.values().find(field).map(value -> of(field, value)));
    }

    private <V> Change of(Change.Edited<V> edited) {
        return new Change.Edited<>(
                edited.kind(),
                edited.item(),
                edited.field(),
                edited.before().map(value -> of(edited.field(), value)),
                edited.after().map(value -> of(edited.field(), value)));
    }

    private <V> Change of(Change.Listed<V> listed) {
        return new Change.Listed<>(
                listed.kind(), listed.item(), listed.field(), element(listed.field(), listed.element()));
    }

    private <V> Change of(Change.Unlisted<V> unlisted) {
        return new Change.Unlisted<>(
                unlisted.kind(), unlisted.item(), unlisted.field(), element(unlisted.field(), unlisted.element()));
    }

    private <V> V element(Field<List<V>> list, V element) {
        return of(list, List.of(element)).get(0);
    }

    private <V> V of(Field<V> field, V value) {
        if (field.shape().prose(value).noneMatch(words::contains)) {
            return value;
        }
        return field.shape()
                .read(without(field.shape().write(value, PLAIN)), PLAIN)
                .orElse(value);
    }

    private Datum without(Datum datum) {
        if (datum instanceof Datum.Sequence sequence) {
            return Datum.list(sequence.elements().stream().map(this::without).toList());
        }
        if (datum instanceof Datum.Mapping mapping) {
            Datum.Writer writer = Datum.mapping();
            mapping.entries().forEach((key, value) -> writer.put(key.text(), without(value)));
            return writer.done();
        }
        return datum instanceof Datum.Scalar scalar && words.contains(scalar.text()) ? Datum.text(MARK) : datum;
    }

    /** The words that a fact brought in. */
    private static Stream<String> words(Change change) {
        if (change instanceof Change.Added added) {
            return added.item().prose();
        }
        if (change instanceof Change.Removed removed) {
            return removed.was().stream().flatMap(Item::prose);
        }
        if (change instanceof Change.Edited<?> edited) {
            return words(edited);
        }
        if (change instanceof Change.Listed<?> listed) {
            return words(listed);
        }
        return change instanceof Change.Unlisted<?> unlisted ? words(unlisted) : Stream.of();
    }

    private static <V> Stream<String> words(Change.Edited<V> edited) {
        return edited.after().or(edited::before).stream().flatMap(edited.field().shape()::prose);
    }

    private static <V> Stream<String> words(Change.Listed<V> listed) {
        return listed.field().shape().prose(List.of(listed.element()));
    }

    private static <V> Stream<String> words(Change.Unlisted<V> unlisted) {
        return unlisted.field().shape().prose(List.of(unlisted.element()));
    }

    /** Ids as they are; what was written by a shape is read by it. */
    private static final class Plain implements Reading, Writing {
        @Override
        public void problem(Spot spot, String message) {}

        @Override
        public <T> T inside(String step, Supplier<T> part) {
            return part.get();
        }

        @Override
        public Optional<PersonId> person(String text, Spot spot) {
            return Optional.of(new PersonId(text));
        }

        @Override
        public Optional<ItemId> item(String text, Spot spot, Kind kind) {
            return Optional.of(new ItemId(text));
        }

        @Override
        public String person(PersonId id) {
            return id.text();
        }

        @Override
        public String item(ItemId id, Kind kind) {
            return id.text();
        }
    }

    private static final Plain PLAIN = new Plain();
}
