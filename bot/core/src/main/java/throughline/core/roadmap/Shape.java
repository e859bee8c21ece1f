package throughline.core.roadmap;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import throughline.core.data.Datum;
import throughline.core.data.Datum.Scalar;
import throughline.core.people.PersonId;

/**
 * What a field may hold, how it is read from a plain tree and written to one. A read that finds something else tells a
 * {@linkplain Reading#problem problem} that says what was expected, and yields nothing.
 */
public sealed interface Shape<V> {

    Optional<V> read(Datum datum, Reading reading);

    Datum write(V value, Writing writing);

    /** What a person is asked for: "one of now, next, later". */
    String expected();

    /** The constraint in JSON Schema (draft 2020-12). */
    Datum.Mapping schema();

    static Shape<String> text(int longest) {
        return new Text(longest);
    }

    /** A title: one line. */
    static Shape<String> line() {
        return new Text(300);
    }

    /** Some paragraphs. */
    static Shape<String> prose() {
        return new Text(4000);
    }

    static Shape<BigDecimal> number(long least, long most) {
        return new Numeric(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    static Shape<LocalDate> day() {
        return new Parsed<>("a date like 2026-12-31", "date", LocalDate::parse, LocalDate::toString);
    }

    static Shape<ZoneId> zone() {
        return new Parsed<>("a time zone like Europe/Berlin", "", Shape::region, ZoneId::getId);
    }

    static Shape<Boolean> flag() {
        return new Flag();
    }

    static <E extends Enum<E>> Shape<E> oneOf(Class<E> choices) {
        return new OneOf<>(choices);
    }

    static Shape<PersonId> person() {
        return new PersonRef();
    }

    static Shape<ItemId> item(Kind kind) {
        return new ItemRef(kind);
    }

    static <V> Shape<List<V>> many(Shape<V> element) {
        return new Many<>(element);
    }

    /** The written name of a constant: {@code ENGINEERING_LEAD} is {@code engineering_lead}. */
    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ZoneId region(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            // An offset would be wrong half of the year.
            throw new DateTimeException("not a region");
        }
        return ZoneId.of(text);
    }

    private static <V> Optional<V> wrong(Datum datum, Reading reading, String expected) {
        String found = datum instanceof Scalar scalar && !scalar.text().isBlank()
                ? "“" + clipped(scalar.text()) + "”"
                : datum.noun();
        reading.problem(datum.spot(), "expected " + expected + ", found " + found);
        return Optional.empty();
    }

    private static String clipped(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** Text of 1 to {@code longest} characters; a number or true/false is taken as it is written. */
    record Text(int longest) implements Shape<String> {
        @Override
        public Optional<String> read(Datum datum, Reading reading) {
            if (!(datum instanceof Scalar scalar) || scalar.text().isBlank()) {
                return wrong(datum, reading, expected());
            }
            if (scalar.text().length() > longest) {
                return wrong(datum, reading, "at most " + longest + " characters");
            }
            return Optional.of(scalar.text().strip());
        }

        @Override
        public Datum write(String value, Writing writing) {
            return Datum.text(value);
        }

        @Override
        public String expected() {
            return "text";
        }

        @Override
        public Datum.Mapping schema() {
            return Datum.mapping()
                    .put("type", Datum.list(Arrays.asList(Datum.text("string"), Datum.text("number"))))
                    .put("minLength", Datum.number(1))
                    .put("maxLength", Datum.number(longest))
                    .done();
        }
    }

    /** A decimal number from {@code least} to {@code most}. */
    record Numeric(BigDecimal least, BigDecimal most) implements Shape<BigDecimal> {
        @Override
        public Optional<BigDecimal> read(Datum datum, Reading reading) {
            if (datum instanceof Scalar scalar) {
                try {
                    BigDecimal number = new BigDecimal(scalar.text().strip());
                    if (number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
                        return Optional.of(number);
                    }
                } catch (NumberFormatException notANumber) {
                    return wrong(datum, reading, expected());
                }
            }
            return wrong(datum, reading, expected());
        }

        @Override
        public Datum write(BigDecimal value, Writing writing) {
            return Datum.number(value);
        }

        @Override
        public String expected() {
            return "a number from " + least + " to " + most;
        }

        @Override
        public Datum.Mapping schema() {
            return Datum.mapping()
                    .put("type", "number")
                    .put("minimum", Datum.number(least))
                    .put("maximum", Datum.number(most))
                    .done();
        }
    }

    /** Text that another type parses; {@code format} is JSON Schema's, or empty. */
    record Parsed<V>(String expected, String format, Function<String, V> parse, Function<V, String> print)
            implements Shape<V> {
        @Override
        public Optional<V> read(Datum datum, Reading reading) {
            if (datum instanceof Scalar scalar) {
                try {
                    return Optional.of(parse.apply(scalar.text().strip()));
                } catch (DateTimeException | IllegalArgumentException unparsable) {
                    return wrong(datum, reading, expected);
                }
            }
            return wrong(datum, reading, expected);
        }

        @Override
        public Datum write(V value, Writing writing) {
            return Datum.text(print.apply(value));
        }

        @Override
        public Datum.Mapping schema() {
            Datum.Writer schema = Datum.mapping().put("type", "string");
            return (format.isEmpty() ? schema : schema.put("format", format)).done();
        }
    }

    /** True or false. */
    record Flag() implements Shape<Boolean> {
        @Override
        public Optional<Boolean> read(Datum datum, Reading reading) {
            return datum instanceof Scalar scalar && scalar.type() == Scalar.Type.FLAG
                    ? Optional.of(Boolean.valueOf(scalar.text().toLowerCase(Locale.ROOT)))
                    : wrong(datum, reading, expected());
        }

        @Override
        public Datum write(Boolean value, Writing writing) {
            return Datum.flag(value);
        }

        @Override
        public String expected() {
            return "true or false";
        }

        @Override
        public Datum.Mapping schema() {
            return Datum.mapping().put("type", "boolean").done();
        }
    }

    /** One constant of an enum by its written name; case, spaces and hyphens do not matter. */
    record OneOf<E extends Enum<E>>(Class<E> choices) implements Shape<E> {
        @Override
        public Optional<E> read(Datum datum, Reading reading) {
            if (datum instanceof Scalar scalar) {
                String wanted = scalar.text().strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
                for (E choice : choices.getEnumConstants()) {
                    if (choice.name().equals(wanted)) {
                        return Optional.of(choice);
                    }
                }
            }
            return wrong(datum, reading, expected());
        }

        @Override
        public Datum write(E value, Writing writing) {
            return Datum.text(written(value));
        }

        @Override
        public String expected() {
            return "one of " + names().collect(Collectors.joining(", "));
        }

        @Override
        public Datum.Mapping schema() {
            return Datum.mapping()
                    .put("enum", Datum.list(names().map(Datum::text).toList()))
                    .done();
        }

        private java.util.stream.Stream<String> names() {
            return Arrays.stream(choices.getEnumConstants()).map(Shape::written);
        }
    }

    /** A person, by name in a file and by opaque id in a store. */
    record PersonRef() implements Shape<PersonId> {
        @Override
        public Optional<PersonId> read(Datum datum, Reading reading) {
            return datum instanceof Scalar scalar && !scalar.text().isBlank()
                    ? reading.person(scalar.text().strip(), datum.spot())
                    : wrong(datum, reading, expected());
        }

        @Override
        public Datum write(PersonId value, Writing writing) {
            return Datum.text(writing.person(value));
        }

        @Override
        public String expected() {
            return "a person's name";
        }

        @Override
        public Datum.Mapping schema() {
            return Datum.mapping().put("type", "string").done();
        }
    }

    /** Another item of one kind, by id; a file may name a team or a product by its title. */
    record ItemRef(Kind kind) implements Shape<ItemId> {
        @Override
        public Optional<ItemId> read(Datum datum, Reading reading) {
            return datum instanceof Scalar scalar && !scalar.text().isBlank()
                    ? reading.item(scalar.text().strip(), datum.spot(), kind)
                    : wrong(datum, reading, expected());
        }

        @Override
        public Datum write(ItemId value, Writing writing) {
            return Datum.text(writing.item(value, kind));
        }

        @Override
        public String expected() {
            return "the id of " + kind.withArticle();
        }

        @Override
        public Datum.Mapping schema() {
            return Datum.mapping().put("type", "string").done();
        }
    }

    /** A list; a single value is read as a list of one. Elements that do not read are told and left out. */
    record Many<V>(Shape<V> element) implements Shape<List<V>> {
        @Override
        public Optional<List<V>> read(Datum datum, Reading reading) {
            if (!(datum instanceof Datum.Sequence sequence)) {
                return element.read(datum, reading).map(List::of);
            }
            List<V> values = new ArrayList<>();
            for (int i = 0; i < sequence.elements().size(); i++) {
                Datum at = sequence.elements().get(i);
                reading.inside("[" + i + "]", () -> element.read(at, reading)).ifPresent(values::add);
            }
            return Optional.of(List.copyOf(values));
        }

        @Override
        public Datum write(List<V> value, Writing writing) {
            return Datum.list(
                    value.stream().map(one -> element.write(one, writing)).toList());
        }

        @Override
        public String expected() {
            return "a list, each " + element.expected();
        }

        @Override
        public Datum.Mapping schema() {
            return Datum.mapping()
                    .put("type", "array")
                    .put("items", element.schema())
                    .done();
        }
    }

    /** A value with fields of its own, such as a check-in. */
    record Structure<R>(String noun, List<Field<?>> fields, Function<Values, R> join, Function<R, Values> split)
            implements Shape<R> {
        public Structure {
            fields = List.copyOf(fields);
        }

        @Override
        public Optional<R> read(Datum datum, Reading reading) {
            return datum instanceof Datum.Mapping mapping
                    ? Group.read(fields, mapping, reading).map(join)
                    : wrong(datum, reading, expected());
        }

        @Override
        public Datum write(R value, Writing writing) {
            return Group.write(fields, split.apply(value), writing).done();
        }

        @Override
        public String expected() {
            return noun + " with " + fields.stream().map(Field::key).collect(Collectors.joining(", "));
        }

        @Override
        public Datum.Mapping schema() {
            return Group.schema(fields).done();
        }
    }
}
