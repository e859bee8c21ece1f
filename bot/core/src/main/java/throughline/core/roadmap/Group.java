package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.data.Datum;

/** Fields read from and written to one mapping. */
public final class Group {
    private static final int LONG = 60;

    private Group() {}

    /** Reads what is there; empty if a required field is missing or wrong. Unknown keys are a problem each. */
    static Optional<Values> read(List<Field<?>> fields, Datum.Mapping mapping, Reading reading) {
        tellUnknownKeys(fields.stream().map(Field::key).collect(Collectors.toSet()), key -> false, mapping, reading);
        return readKnown(fields, mapping, reading);
    }

    /** As {@link #read}, but says nothing about keys that no field has. */
    public static Optional<Values> readKnown(List<Field<?>> fields, Datum.Mapping mapping, Reading reading) {
        Values values = Values.none();
        boolean complete = true;
        for (Field<?> field : fields) {
            Optional<Datum> datum = mapping.get(field.key());
            if (datum.isPresent()) {
                values = withRead(values, field, datum.get(), reading);
            } else if (field.isRequired()) {
                reading.problem(
                        mapping.spot(),
                        "“" + field.key() + "” is missing; expected "
                                + field.shape().expected());
            }
            complete &= !field.isRequired() || values.find(field).isPresent();
        }
        return complete ? Optional.of(values) : Optional.empty();
    }

    private static <V> Values withRead(Values values, Field<V> field, Datum datum, Reading reading) {
        return values.with(
                field, reading.inside(field.key(), () -> field.shape().read(datum, reading)));
    }

    /** Tells each key that is neither known nor told by somebody else, with the known one that is closest. */
    public static void tellUnknownKeys(
            Set<String> known, Predicate<String> toldElsewhere, Datum.Mapping mapping, Reading reading) {
        mapping.entries().forEach((key, value) -> {
            if (!known.contains(key.text()) && !toldElsewhere.test(key.text())) {
                reading.problem(key.spot(), unknown(key.text(), value, known));
            }
        });
    }

    private static String unknown(String key, Datum value, Set<String> known) {
        String what = "“" + (key.length() > LONG ? key.substring(0, LONG) + "…" : key) + "” is not a key here; ";
        Optional<String> close = Spelling.closest(key, known);
        if (close.isPresent()) {
            return what + "did you mean “" + close.get() + "”?";
        }
        // What follows a comma in {on: 2026-12-31, reason: first, second} looks like a key without a value.
        return what
                + (value.isNothing() && key.contains(" ")
                        ? "inside { } text that contains a comma stands in quotes"
                        : "the keys are " + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** The fields that have a value, in their order. */
    public static Datum.Writer write(List<Field<?>> fields, Values values, Writing writing) {
        Datum.Writer mapping = Datum.mapping();
        for (Field<?> field : fields) {
            mapping.put(field.key(), written(field, values, writing));
        }
        return mapping;
    }

    private static <V> Optional<Datum> written(Field<V> field, Values values, Writing writing) {
        return values.find(field).map(value -> field.shape().write(value, writing));
    }

    public static Datum.Writer schema(List<Field<?>> fields) {
        Datum.Writer properties = Datum.mapping();
        for (Field<?> field : fields) {
            properties.put(field.key(), described(field));
        }
        return Datum.mapping()
                .put("type", "object")
                .put("properties", properties.done())
                .put(
                        "required",
                        Datum.list(fields.stream()
                                .filter(Field::isRequired)
                                .map(field -> Datum.text(field.key()))
                                .toList()))
                .put("additionalProperties", Datum.flag(false));
    }

    private static Datum.Mapping described(Field<?> field) {
        Datum.Writer described = Datum.mapping().put("description", field.help());
        Datum.Mapping schema = field.shape().schema();
        if (field.isRequired()) {
            schema.entries().forEach((key, value) -> described.put(key.text(), value));
        } else {
            described.put("anyOf", Datum.list(orNull(schema)));
        }
        return described.done();
    }

    /** A key without a value is as good as no key. */
    private static List<Datum> orNull(Datum.Mapping schema) {
        Datum none = Datum.mapping().put("type", "null").done();
        Optional<Datum> choices = schema.get("anyOf");
        if (choices.isPresent() && choices.get() instanceof Datum.Sequence sequence) {
            return Stream.concat(sequence.elements().stream(), Stream.of(none)).toList();
        }
        return List.of(schema, none);
    }
}
