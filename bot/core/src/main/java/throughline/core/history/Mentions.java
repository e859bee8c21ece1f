package throughline.core.history;

import java.util.List;
import java.util.stream.Stream;
import throughline.core.conversation.History;
import throughline.core.data.Datum;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Writing;

/** Which facts are about a thing, or refer to it. */
final class Mentions {
    private static final Writing AS_IDS = new Writing() {
        @Override
        public String person(PersonId id) {
            return id.text();
        }

        @Override
        public String item(ItemId id, Kind kind) {
            return id.text();
        }
    };

    private Mentions() {}

    /** The commits that have facts about an item, or that refer to it. */
    static List<History.Entry> of(ItemId item, List<History.Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.facts().changes().stream()
                        .anyMatch(change -> isAbout(change, item) || refers(change, item)))
                .toList();
    }

    /** Whether a later fact may have changed what a fact did: the same field, or all of the item. */
    static boolean isSame(Change fact, Change later) {
        ItemId item = fact.about().orElseThrow();
        return isAbout(later, item)
                ? !(fact instanceof Change.Edited<?> edited)
                        || !(later instanceof Change.Edited<?> other)
                        || (Object) edited.field() == other.field()
                : fact instanceof Change.Added && refers(later, item);
    }

    private static boolean isAbout(Change change, ItemId item) {
        return change.about().filter(item::equals).isPresent();
    }

    private static boolean refers(Change change, ItemId item) {
        return written(change).anyMatch(datum -> has(datum, item.text()));
    }

    private static Stream<Datum> written(Change change) {
        if (change instanceof Change.Added added) {
            return added.item().kind().fields().stream().flatMap(field -> written(field, added.item()));
        }
        if (change instanceof Change.Edited<?> edited) {
            return written(edited);
        }
        return change instanceof Change.Listed<?> listed ? written(listed) : Stream.of();
    }

    private static <V> Stream<Datum> written(Field<V> field, Item item) {
        return item.values().find(field).stream().map(value -> field.shape().write(value, AS_IDS));
    }

    private static <V> Stream<Datum> written(Change.Edited<V> edited) {
        return edited.after().stream().map(value -> edited.field().shape().write(value, AS_IDS));
    }

    private static <V> Stream<Datum> written(Change.Listed<V> listed) {
        return Stream.of(listed.field().shape().write(List.of(listed.element()), AS_IDS));
    }

    private static boolean has(Datum datum, String id) {
        if (datum instanceof Datum.Sequence sequence) {
            return sequence.elements().stream().anyMatch(element -> has(element, id));
        }
        if (datum instanceof Datum.Mapping mapping) {
            return mapping.entries().values().stream().anyMatch(value -> has(value, id));
        }
        return datum instanceof Datum.Scalar scalar && scalar.text().equals(id);
    }
}
