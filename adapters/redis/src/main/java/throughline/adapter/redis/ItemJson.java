package throughline.adapter.redis;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import throughline.core.data.Datum;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Group;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Values;

/** Items, and references to one of their fields, as parts of other stored values. */
final class ItemJson {
    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::written, Function.identity()));

    private ItemJson() {}

    static void write(Item item, Datum.Writer to) {
        writeName(item.kind(), item.id(), to);
        to.put(
                "fields",
                Group.write(item.kind().fields(), item.values(), References.AS_IDS)
                        .done());
    }

    static Item read(Stored from) {
        Kind kind = kind(from);
        ItemId id = id(from);
        if (!(from.datum("fields") instanceof Datum.Mapping fields)) {
            throw new Unreadable("the fields of the stored " + kind.title() + " " + id + " are no group of keys");
        }
        Values values = References.AS_IDS.inside(
                kind.title() + " " + id,
                () -> Group.readKnown(kind.fields(), fields, References.AS_IDS)
                        .orElseThrow(() -> new Unreadable("a required field is missing")));
        return kind.item(id, values);
    }

    static void writeName(Kind kind, ItemId id, Datum.Writer to) {
        to.put("type", kind.written()).put("id", id.text());
    }

    static Kind kind(Stored from) {
        String type = from.text("type");
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new Unreadable("a stored “" + from.kind() + "” is about a “" + type
                    + "”, which this bot does not know: start the bot that wrote it, or a newer one");
        }
        return kind;
    }

    static ItemId id(Stored from) {
        return new ItemId(from.text("id"));
    }

    static Field<?> field(Kind kind, Stored from) {
        String key = from.text("field");
        return kind.fields().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Unreadable("a stored “" + from.kind() + "” is about the field “" + key + "” of "
                        + kind.withArticle()
                        + ", which this bot does not know: start the bot that wrote it, or a newer one"));
    }
}
