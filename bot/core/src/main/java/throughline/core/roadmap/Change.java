package throughline.core.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.people.PersonId;

/** One fact about the roadmap. The roadmap is the fold of these; nothing else changes it. */
public sealed interface Change {
    /** What a turn relies on when it counts what is in Now. */
    String NOW = "*now";

    /** What says which bets Now counts, and how many it may hold. */
    Set<Field<?>> COUNTED = Set.of(Initiative.HORIZON, Initiative.SIZE, Initiative.PRODUCT, Product.NOW_LIMIT);

    /** What a turn relies on when it assumes that nothing was ever recorded. */
    String ORIGIN = "*origin";

    /** The roadmap after this fact. Facts about items that are gone leave it as it is. */
    Roadmap on(Roadmap before, Stamp stamp);

    /** The ids, and the counts, that a turn may have relied on and that this fact moves. */
    Set<String> moves();

    /** The item that this is about, if it is about one. */
    default Optional<ItemId> about() {
        return Optional.empty();
    }

    /** The organization got a name. */
    record Named(String organization) implements Change {
        @Override
        public Roadmap on(Roadmap before, Stamp stamp) {
            return before.named(organization);
        }

        @Override
        public Set<String> moves() {
            return Set.of(ORIGIN);
        }
    }

    /** Something is on the roadmap that was not. */
    record Added(Item item) implements Change {
        @Override
        public Roadmap on(Roadmap before, Stamp stamp) {
            return before.with(item, stamp);
        }

        @Override
        public Set<String> moves() {
            boolean entersNow = item instanceof Initiative bet && bet.horizon() == Horizon.NOW;
            return entersNow
                    ? Set.of(item.id().text(), NOW, ORIGIN)
                    : Set.of(item.id().text(), ORIGIN);
        }

        @Override
        public Optional<ItemId> about() {
            return Optional.of(item.id());
        }
    }

    /** One field of an item gets another value than it has now. */
    static <V> Change edited(Item item, Field<V> field, Optional<V> after) {
        return new Edited<>(item.kind(), item.id(), field, item.values().find(field), after);
    }

    /** One field has another value. {@code before} is what the author saw, so that the fact can be undone and shown. */
    record Edited<V>(Kind kind, ItemId item, Field<V> field, Optional<V> before, Optional<V> after) implements Change {
        @Override
        public Roadmap on(Roadmap roadmap, Stamp stamp) {
            return roadmap.find(item)
                    .map(old -> roadmap.with(old.with(field, after), stamp))
                    .orElse(roadmap);
        }

        @Override
        public Set<String> moves() {
            boolean counts = COUNTED.contains(field);
            return counts ? Set.of(item.text(), NOW) : Set.of(item.text());
        }

        @Override
        public Optional<ItemId> about() {
            return Optional.of(item);
        }
    }

    /** A list has one more element; two such facts about one list do not disturb each other. */
    record Listed<V>(Kind kind, ItemId item, Field<List<V>> field, V element) implements Change {
        @Override
        public Roadmap on(Roadmap roadmap, Stamp stamp) {
            return roadmap.find(item)
                    .map(old -> roadmap.with(old.with(field, Optional.of(more(old))), stamp))
                    .orElse(roadmap);
        }

        private List<V> more(Item old) {
            List<V> elements = new ArrayList<>(old.values().all(field));
            if (!elements.contains(element)) {
                elements.add(element);
            }
            return List.copyOf(elements);
        }

        @Override
        public Set<String> moves() {
            return Set.of(item.text());
        }

        @Override
        public Optional<ItemId> about() {
            return Optional.of(item);
        }
    }

    /** A list has one element less. */
    record Unlisted<V>(Kind kind, ItemId item, Field<List<V>> field, V element) implements Change {
        @Override
        public Roadmap on(Roadmap roadmap, Stamp stamp) {
            return roadmap.find(item)
                    .map(old -> roadmap.with(old.with(field, fewer(old)), stamp))
                    .orElse(roadmap);
        }

        /** Without its last element a list is absent, as it was before its first. */
        private Optional<List<V>> fewer(Item old) {
            List<V> elements = new ArrayList<>(old.values().all(field));
            elements.remove(element);
            return elements.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(elements));
        }

        @Override
        public Set<String> moves() {
            return Set.of(item.text());
        }

        @Override
        public Optional<ItemId> about() {
            return Optional.of(item);
        }
    }

    /**
     * Something is no longer on the roadmap.
     *
     * @param was what it was, so that it can be shown and brought back; facts of the first form do not have it
     */
    record Removed(Kind kind, ItemId item, Optional<Item> was) implements Change {
        public Removed(Kind kind, ItemId item) {
            this(kind, item, Optional.empty());
        }

        public Removed(Item was) {
            this(was.kind(), was.id(), Optional.of(was));
        }

        @Override
        public Roadmap on(Roadmap before, Stamp stamp) {
            return before.without(item);
        }

        @Override
        public Set<String> moves() {
            return kind.isBeside() ? Set.of(item.text()) : Set.of(item.text(), NOW);
        }

        @Override
        public Optional<ItemId> about() {
            return Optional.of(item);
        }
    }

    /** The other facts of this commit take an earlier commit back; the roadmap follows from those. */
    record TakenBack(String entry) implements Change {
        @Override
        public Roadmap on(Roadmap before, Stamp stamp) {
            return before;
        }

        @Override
        public Set<String> moves() {
            return Set.of(relied(entry));
        }

        /** What a turn relies on that takes a commit back, so that no other turn does so too. */
        public static String relied(String entry) {
            return "*taken back " + entry;
        }
    }

    /**
     * The words of an earlier commit about an item were taken out of the log for good. The log that is read from then on never had
     * them, so this changes nothing in the fold.
     *
     * @param entry which commit, by its id in the log
     */
    record Redacted(Kind kind, ItemId item, String entry) implements Change {
        @Override
        public Roadmap on(Roadmap before, Stamp stamp) {
            return before;
        }

        @Override
        public Set<String> moves() {
            return Set.of(item.text());
        }

        @Override
        public Optional<ItemId> about() {
            return Optional.of(item);
        }
    }

    /** The record of a person was written or erased; the record itself is kept apart from the facts. */
    record PersonTouched(PersonId person) implements Change {
        @Override
        public Roadmap on(Roadmap before, Stamp stamp) {
            return before;
        }

        @Override
        public Set<String> moves() {
            return Set.of("@" + person.text());
        }
    }
}
