package throughline.core.assistant;

import java.util.List;
import java.util.stream.Stream;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Shape;

/** What an item hangs on: the items that its fields name. */
final class Footing {
    private Footing() {}

    static Stream<ItemId> of(Item item) {
        return item.kind().fields().stream().flatMap(field -> of(item, field));
    }

    /** What an item hangs on in the roadmap and is not there. */
    static Stream<ItemId> missing(Roadmap roadmap, ItemId item) {
        return roadmap.find(item).stream()
                .flatMap(Footing::of)
                .filter(id -> roadmap.find(id).isEmpty());
    }

    private static Stream<ItemId> of(Item item, Field<?> field) {
        return isReference(field.shape())
                ? item.values().find(field).stream()
                        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                        .map(ItemId.class::cast)
                : Stream.of();
    }

    private static boolean isReference(Shape<?> shape) {
        return shape instanceof Shape.ItemRef
                || (shape instanceof Shape.Many<?> many && many.element() instanceof Shape.ItemRef);
    }
}
