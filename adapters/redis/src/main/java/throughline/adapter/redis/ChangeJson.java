package throughline.adapter.redis;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import throughline.core.data.Datum;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Shape;

/** Each kind of fact as stored. */
final class ChangeJson {
    /** How one kind of fact is written and read; {@code version} is the newest form. */
    private record Codec(
            String kind,
            int version,
            Class<? extends Change> type,
            BiConsumer<Change, Datum.Writer> write,
            Function<Stored, Change> read) {}

    /** Version 2 has what was removed; where that is not known, the first form says all. */
    private static final int REMOVED_WITH_FIELDS = 2;

    private static final List<Codec> CODECS = List.of(
            new Codec(
                    "named",
                    1,
                    Change.Named.class,
                    (change, to) -> to.put("organization", ((Change.Named) change).organization()),
                    from -> new Change.Named(from.text("organization"))),
            new Codec(
                    "added",
                    1,
                    Change.Added.class,
                    (change, to) -> ItemJson.write(((Change.Added) change).item(), to),
                    from -> new Change.Added(ItemJson.read(from))),
            new Codec(
                    "edited",
                    1,
                    Change.Edited.class,
                    (change, to) -> writeEdited((Change.Edited<?>) change, to),
                    ChangeJson::readEdited),
            new Codec(
                    "listed",
                    1,
                    Change.Listed.class,
                    (change, to) -> writeListed((Change.Listed<?>) change, to),
                    from -> readListed(from, Change.Listed::new)),
            new Codec(
                    "unlisted",
                    1,
                    Change.Unlisted.class,
                    (change, to) -> writeUnlisted((Change.Unlisted<?>) change, to),
                    from -> readListed(from, Change.Unlisted::new)),
            new Codec(
                    "removed",
                    REMOVED_WITH_FIELDS,
                    Change.Removed.class,
                    (change, to) -> writeRemoved((Change.Removed) change, to),
                    ChangeJson::readRemoved),
            new Codec(
                    "taken_back",
                    1,
                    Change.TakenBack.class,
                    (change, to) -> to.put("entry", ((Change.TakenBack) change).entry()),
                    from -> new Change.TakenBack(from.text("entry"))),
            new Codec(
                    "redacted",
                    1,
                    Change.Redacted.class,
                    (change, to) -> writeRedacted((Change.Redacted) change, to),
                    from -> new Change.Redacted(ItemJson.kind(from), ItemJson.id(from), from.text("entry"))),
            new Codec(
                    "person_touched",
                    1,
                    Change.PersonTouched.class,
                    (change, to) -> to.put(
                            "person", ((Change.PersonTouched) change).person().text()),
                    from -> new Change.PersonTouched(new PersonId(from.text("person")))));

    private static final Map<Class<?>, Codec> BY_TYPE =
            CODECS.stream().collect(Collectors.toMap(Codec::type, Function.identity()));
    private static final Map<String, Codec> BY_KIND =
            CODECS.stream().collect(Collectors.toMap(Codec::kind, Function.identity()));

    private ChangeJson() {}

    static Datum write(Change change) {
        Codec codec = BY_TYPE.get(change.getClass());
        if (codec == null) {
            throw new IllegalArgumentException("no stored form for " + change);
        }
        Datum.Writer to = Stored.begin(codec.kind, isBare(change) ? 1 : codec.version);
        codec.write.accept(change, to);
        return to.done();
    }

    private static boolean isBare(Change change) {
        return change instanceof Change.Removed removed && removed.was().isEmpty();
    }

    static Change read(Datum datum) {
        String kind = Stored.kindOf(datum);
        Codec codec = BY_KIND.get(kind);
        if (codec == null) {
            throw new Unreadable("a stored fact is of the kind “" + kind
                    + "”, which this bot does not know: start the bot that wrote it, or a newer one");
        }
        return codec.read.apply(Stored.open(datum, kind, codec.version));
    }

    /** Whether a stored fact is about an item, without reading the whole of it. */
    static boolean isAbout(Datum datum, ItemId item) {
        return datum instanceof Datum.Mapping body
                && new Stored("fact", body)
                        .find("id")
                        .filter(id -> ItemId.folded(id).equals(item.folded()))
                        .isPresent();
    }

    private static void writeRemoved(Change.Removed removed, Datum.Writer to) {
        removed.was()
                .ifPresentOrElse(
                        was -> ItemJson.write(was, to), () -> ItemJson.writeName(removed.kind(), removed.item(), to));
    }

    private static Change readRemoved(Stored from) {
        return from.body().get("fields").isPresent()
                ? new Change.Removed(ItemJson.read(from))
                : new Change.Removed(ItemJson.kind(from), ItemJson.id(from));
    }

    private static void writeRedacted(Change.Redacted redacted, Datum.Writer to) {
        ItemJson.writeName(redacted.kind(), redacted.item(), to);
        to.put("entry", redacted.entry());
    }

    private static <V> void writeEdited(Change.Edited<V> edited, Datum.Writer to) {
        Shape<V> shape = edited.field().shape();
        ItemJson.writeName(edited.kind(), edited.item(), to);
        to.put("field", edited.field().key())
                .put("before", edited.before().map(value -> shape.write(value, References.AS_IDS)))
                .put("after", edited.after().map(value -> shape.write(value, References.AS_IDS)));
    }

    private static Change readEdited(Stored from) {
        Kind kind = ItemJson.kind(from);
        return edited(kind, ItemJson.field(kind, from), from);
    }

    private static <V> Change edited(Kind kind, Field<V> field, Stored from) {
        return new Change.Edited<>(
                kind,
                ItemJson.id(from),
                field,
                from.body().get("before").flatMap(datum -> field.shape().read(datum, References.AS_IDS)),
                from.body().get("after").flatMap(datum -> field.shape().read(datum, References.AS_IDS)));
    }

    private static <V> void writeListed(Change.Listed<V> listed, Datum.Writer to) {
        ItemJson.writeName(listed.kind(), listed.item(), to);
        writeElement(listed.field(), listed.element(), to);
    }

    private static <V> void writeUnlisted(Change.Unlisted<V> unlisted, Datum.Writer to) {
        ItemJson.writeName(unlisted.kind(), unlisted.item(), to);
        writeElement(unlisted.field(), unlisted.element(), to);
    }

    private static <V> void writeElement(Field<List<V>> field, V element, Datum.Writer to) {
        to.put("field", field.key()).put("element", field.shape().write(List.of(element), References.AS_IDS));
    }

    /** Makes a fact about one element of a list. */
    private interface ElementFact<V> {
        Change of(Kind kind, ItemId item, Field<List<V>> field, V element);
    }

    private static Change readListed(Stored from, ElementFact<Object> fact) {
        Kind kind = ItemJson.kind(from);
        Field<List<Object>> field = list(ItemJson.field(kind, from));
        List<Object> elements =
                field.shape().read(from.datum("element"), References.AS_IDS).orElse(List.of());
        if (elements.size() != 1) {
            throw new Unreadable("a stored “" + from.kind() + "” has " + elements.size() + " elements, expected one");
        }
        return fact.of(kind, ItemJson.id(from), field, elements.get(0));
    }

    @SuppressWarnings("unchecked") // the shape says that it is a list, and only this field's shape makes its elements
    private static Field<List<Object>> list(Field<?> field) {
        if (!(field.shape() instanceof Shape.Many<?>)) {
            throw new Unreadable("the field “" + field.key() + "” holds no list, a stored fact says that it does");
        }
        return (Field<List<Object>>) field;
    }
}
