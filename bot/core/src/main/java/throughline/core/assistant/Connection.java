package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.edit.Pages;
import throughline.core.edit.Wish;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Shape;

/** Two items, and the list of the one that may name the other: a theme and an objective, an initiative and what it needs. */
record Connection(Item from, Field<List<ItemId>> list, Item to) {
    /** Both by their ids, in either order where only one can name the other. */
    static Optional<Connection> in(Roadmap roadmap, String text) {
        List<Item> items = Stream.of(text.strip().split("[\\s,]+", -1))
                .flatMap(word -> roadmap.find(word).stream())
                .limit(3)
                .toList();
        return items.size() == 2
                ? of(items.get(0), items.get(1)).or(() -> of(items.get(1), items.get(0)))
                : Optional.empty();
    }

    private static Optional<Connection> of(Item from, Item to) {
        return list(from.kind(), to.kind())
                .filter(list -> !from.equals(to))
                .map(list -> new Connection(from, list, to));
    }

    @SuppressWarnings("unchecked") // a field of such a shape holds lists of ids
    private static Optional<Field<List<ItemId>>> list(Kind from, Kind to) {
        return Pages.fields(from).stream()
                .filter(field -> field.shape() instanceof Shape.Many<?> many
                        && many.element() instanceof Shape.ItemRef ref
                        && ref.kind() == to)
                .findFirst()
                .map(field -> (Field<List<ItemId>>) field);
    }

    boolean isThere() {
        return from.values().all(list).contains(to.id());
    }

    Wish<List<ItemId>> made() {
        List<ItemId> more = new ArrayList<>(from.values().all(list));
        more.add(to.id());
        return new Wish<>(list, Optional.of(List.copyOf(more)));
    }

    Wish<List<ItemId>> taken() {
        List<ItemId> fewer = new ArrayList<>(from.values().all(list));
        fewer.remove(to.id());
        return new Wish<>(list, Optional.of(List.copyOf(fewer)));
    }
}
