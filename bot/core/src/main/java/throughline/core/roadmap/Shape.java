package throughline.core.roadmap;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What people wrote in words, in a value or inside it; names of constants, references and numbers are none. */
    default Stream<String> prose(V value) {
        return Stream.of();
    }

    /** The same value with other {@linkplain #prose words} in it. */
    default V reworded(V value, UnaryOperator<String> words) {
        return value;
    }

    /** One line of at most {@code longest} characters; line breaks become spaces. */
    static Shape<String> line(int longest) {
        return new Text(longest, true);
    }

    /** A title: one line. */
    static Shape<String> line() {
        return line(300);
    }

    /** Some paragraphs. */
    static Shape<String> prose() {
        return new Text(4000, false);
    }

    static Shape<BigDecimal> number(long least, long most) {
        return number(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    static Shape<BigDecimal> number(BigDecimal least, BigDecimal most) {
        return new Numeric(least, most, false);
    }

    /** A number without decimals. */
    static Shape<BigDecimal> whole(long least, long most) {
        return new Numeric(BigDecimal.valueOf(least), BigDecimal.valueOf(most), true);
    }

    static Shape<LocalDate> day() {
        return new Parsed<>("a date like 2026-12-31", "date", LocalDate::parse, LocalDate::toString);
    }

    static Shape<ZoneId> zone() {
        return new Parsed<>("a time zone like Europe/Berlin", "", Shape::region, ZoneId::getId);
    }

    /** A local time, to the minute. */
    static Shape<LocalTime> time() {
        return new Parsed<>("a time like 09:30", "time", LocalTime::parse, LocalTime::toString);
    }

    static Shape<Instant> moment() {
        return new Parsed<>("a moment like 2026-11-20T10:00:00Z", "date-time", Instant::parse, Instant::toString);
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

    /** Another item of whatever kind, by its id. */
    static Shape<ItemId> anyItem() {
        return new Parsed<>("the id of an item", "", ItemId::new, ItemId::text);
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
        reading.problem(datum.spot(), "expected " + expected + ", found " + found(datum));
        return Optional.empty();
    }

    /** What stands there instead, for a message: “soon”, or "a list". */
    static String found(Datum datum) {
        if (!(datum instanceof Scalar scalar) || datum.isNothing()) {
            return datum.noun();
        }
        return scalar.text().isBlank()
                ? "empty text"
                : "“" + clipped(scalar.text().strip()) + "”";
    }

    private static String clipped(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static Optional<String> filled(Datum datum) {
        return datum instanceof Scalar scalar
                        && !datum.isNothing()
                        && !scalar.text().isBlank()
                ? Optional.of(scalar.text().strip())
                : Optional.empty();
    }

    /** Text of 1 to {@code longest} characters; a number or true/false is taken as it is written. */
    record Text(int longest, boolean oneLine) implements Shape<String> {
        private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");
        private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

        @Override
        public Optional<String> read(Datum datum, Reading reading) {
            Optional<String> text = filled(datum);
            if (text.isPresent() && text.get().length() > longest) {
                reading.problem(
                        datum.spot(),
                        "expected at most " + longest + " characters, found "
                                + text.get().length());
                return Optional.empty();
            }
            Optional<String> tidy = text.map(this::tidy).filter(rest -> !rest.isEmpty());
            return tidy.isPresent() ? tidy : wrong(datum, reading, expected());
        }

        /** What somebody wrote as it will be read back; empty if nothing is left of it, or too much. */
        public Optional<String> tidied(String text) {
            return Optional.of(text.strip())
                    .filter(stripped -> stripped.length() <= longest)
                    .map(this::tidy)
                    .filter(rest -> !rest.isEmpty());
        }

        private String tidy(String text) {
            String lines = oneLine ? BREAKS.matcher(text).replaceAll(" ") : text.replace("\r\n", "\n");
            return UNSEEN.matcher(lines).replaceAll("").strip();
        }

        @Override
        public Stream<String> prose(String value) {
            return Stream.of(value);
        }

        /** What would be too long to be read again is cut. */
        @Override
        public String reworded(String value, UnaryOperator<String> words) {
            String other = words.apply(value);
            return other.substring(0, Math.min(longest, other.length())).strip();
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
                    .put("type", Datum.list(List.of(Datum.text("string"), Datum.text("number"), Datum.text("boolean"))))
                    .put("minLength", Datum.number(1))
                    .put("maxLength", Datum.number(longest))
                    .done();
        }
    }

    /** A decimal number from {@code least} to {@code most}. */
    record Numeric(BigDecimal least, BigDecimal most, boolean whole) implements Shape<BigDecimal> {
        private static final int MOST_DECIMALS = 20;
        private static final int MOST_DIGITS = 40;

        @Override
        public Optional<BigDecimal> read(Datum datum, Reading reading) {
            if (datum instanceof Scalar scalar) {
                Optional<BigDecimal> number = parsed(scalar.text().strip()).filter(this::fits);
                return number.isPresent() ? number : wrong(datum, reading, expected());
            }
            return wrong(datum, reading, expected());
        }

        private static Optional<BigDecimal> parsed(String text) {
            try {
                // Parsing takes time that grows with the square of the length.
                return text.length() > MOST_DIGITS ? Optional.empty() : Optional.of(new BigDecimal(text));
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }

        private boolean fits(BigDecimal number) {
            // Written out, 1e-999999999 would have a billion digits.
            return Math.abs(number.scale()) <= MOST_DECIMALS
                    && number.compareTo(least) >= 0
                    && number.compareTo(most) <= 0
                    && (!whole || number.stripTrailingZeros().scale() <= 0);
        }

        @Override
        public Datum write(BigDecimal value, Writing writing) {
            return Datum.number(value);
        }

        @Override
        public String expected() {
            return (whole ? "a whole number from " : "a number from ") + least + " to " + most;
        }

        @Override
        public Datum.Mapping schema() {
            return Datum.mapping()
                    .put("type", whole ? "integer" : "number")
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
        private static final Pattern BREAKS = Pattern.compile("[\\s-]+");

        @Override
        public Optional<E> read(Datum datum, Reading reading) {
            if (datum instanceof Scalar scalar) {
                String wanted = BREAKS.matcher(scalar.text().strip().toUpperCase(Locale.ROOT))
                        .replaceAll("_");
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

        private Stream<String> names() {
            return Arrays.stream(choices.getEnumConstants()).map(Shape::written);
        }
    }

    /** A person, by name in a file and by opaque id in a store. */
    record PersonRef() implements Shape<PersonId> {
        @Override
        public Optional<PersonId> read(Datum datum, Reading reading) {
            Optional<String> text = filled(datum);
            return text.isPresent() ? reading.person(text.get(), datum.spot()) : wrong(datum, reading, expected());
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
            Optional<String> text = filled(datum);
            return text.isPresent() ? reading.item(text.get(), datum.spot(), kind) : wrong(datum, reading, expected());
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
        public Stream<String> prose(List<V> value) {
            return value.stream().flatMap(element::prose);
        }

        @Override
        public List<V> reworded(List<V> value, UnaryOperator<String> words) {
            return value.stream().map(one -> element.reworded(one, words)).toList();
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
            Datum.Mapping one = element.schema();
            Datum.Mapping several =
                    Datum.mapping().put("type", "array").put("items", one).done();
            return Datum.mapping()
                    .put("anyOf", Datum.list(List.of(several, one)))
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
        public Stream<String> prose(R value) {
            return split.apply(value).prose(fields);
        }

        @Override
        public R reworded(R value, UnaryOperator<String> words) {
            return join.apply(split.apply(value).reworded(fields, words));
        }

        @Override
        public Datum write(R value, Writing writing) {
            return Group.write(fields, split.apply(value), writing).done();
        }

        @Override
        public String expected() {
            return noun + " with the keys " + fields.stream().map(Field::key).collect(Collectors.joining(", "));
        }

        @Override
        public Datum.Mapping schema() {
            return Group.schema(fields).done();
        }
    }
}
