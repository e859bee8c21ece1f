package throughline.core.roadmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import throughline.core.collection.PersistentMap;
import throughline.core.roadmap.Roadmap.Placed;

/** Items by their ids and by their headings, as a value: whatever is added, taken out or looked up costs O(log n). */
record Index(PersistentMap<String, Placed> items, PersistentMap<Heading, ItemId> headings) {
    static final Index EMPTY =
            new Index(PersistentMap.empty(Comparator.naturalOrder()), PersistentMap.empty(Heading.ORDER));

    /** From how many items at once it is cheaper to build everything anew than to add to it one by one. */
    static final int BULK = 64;

    /** Ids beyond are kept, but no series goes on after them. */
    private static final int HIGHEST_NUMBER = 999_999_999;

    int size() {
        return items.size();
    }

    Stream<Placed> stream() {
        return items.stream().map(Map.Entry::getValue);
    }

    /** @param id whatever its case */
    Optional<Placed> find(String id) {
        return items.get(ItemId.folded(id));
    }

    Index with(Placed placed) {
        Item item = placed.item();
        String key = item.id().folded();
        Set<Heading> old = items.get(key).map(Placed::item).map(Heading::of).orElse(Set.of());
        Set<Heading> now = Heading.of(item);
        PersistentMap<Heading, ItemId> after = headings;
        for (Heading gone : old) {
            after = now.contains(gone) ? after : after.without(gone);
        }
        for (Heading heading : now) {
            after = old.contains(heading) ? after : after.with(heading, item.id());
        }
        return new Index(items.with(key, placed), after);
    }

    Index without(ItemId id) {
        PersistentMap<Heading, ItemId> after = headings;
        for (Heading gone :
                items.get(id.folded()).map(Placed::item).map(Heading::of).orElse(Set.of())) {
            after = after.without(gone);
        }
        return new Index(items.without(id.folded()), after);
    }

    Index withAll(List<Placed> more) {
        if (more.size() <= BULK) {
            Index after = this;
            for (Placed one : more) {
                after = after.with(one);
            }
            return after;
        }
        TreeMap<String, Placed> all = new TreeMap<>();
        items.forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        more.forEach(one -> all.put(one.item().id().folded(), one));
        TreeMap<Heading, ItemId> found = new TreeMap<>(Heading.ORDER);
        all.values()
                .forEach(placed -> Heading.of(placed.item())
                        .forEach(heading -> found.put(heading, placed.item().id())));
        return new Index(
                PersistentMap.ofSorted(Comparator.naturalOrder(), new ArrayList<>(all.entrySet())),
                PersistentMap.ofSorted(Heading.ORDER, new ArrayList<>(found.entrySet())));
    }

    /** The ids of what is not the same in both, in order. */
    List<ItemId> differences(Index earlier) {
        return items.differences(earlier.items).stream()
                .map(key -> items.get(key).or(() -> earlier.items.get(key)).orElseThrow())
                .map(placed -> placed.item().id())
                .toList();
    }

    <T extends Item> Listing<T> between(Heading first, Heading last, Class<T> type) {
        int start = headings.rank(first);
        int size = headings.rank(last) - start;
        return new Listing<>(
                size,
                count -> headings.fromRank(start + count).limit(size - count).map(Map.Entry::getValue),
                id -> find(id.text()).map(Placed::item).filter(type::isInstance).map(type::cast));
    }

    /** The values of a facet that begin so, each once. */
    Stream<String> values(Facet beginning) {
        return headings.from(Heading.first(beginning))
                .map(entry -> entry.getKey().facet())
                .takeWhile(facet ->
                        facet.name().equals(beginning.name()) && facet.value().startsWith(beginning.value()))
                .map(Facet::value)
                .distinct();
    }

    /** A free id after those of a series. Numbers that were given up are not used again as long as a higher one is there. */
    ItemId free(String series, Facet among) {
        int highest = 0;
        int most = HIGHEST_NUMBER;
        while (highest < most) {
            int middle = highest + (most - highest + 1) / 2;
            if (hasFrom(series, middle, among)) {
                highest = middle;
            } else {
                most = middle - 1;
            }
        }
        return next(series, highest);
    }

    private boolean hasFrom(String series, int number, Facet among) {
        Heading first = new Heading(among, ItemId.folded(series + number));
        Heading last = new Heading(among, ItemId.folded(series + HIGHEST_NUMBER));
        return headings.rank(last) > headings.rank(first);
    }

    /** The first free id of a series after so many. */
    ItemId next(String series, int taken) {
        return IntStream.iterate(taken + 1, number -> number + 1)
                .mapToObj(number -> new ItemId(series + number))
                .filter(id -> find(id.text()).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
