package throughline.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree of plain data, as YAML and JSON have it. Equality ignores nothing but is rarely wanted: read trees with shapes. */
public sealed interface Datum {
    Spot spot();

    /** What a person would call it: "text", "a number", "a list" … */
    String noun();

    /** One value, as it was written. */
    record Scalar(String text, Type type, Spot spot) implements Datum {
        /** What the writer meant: {@code 55} is a number, {@code "55"} is text. */
        public enum Type {
            TEXT,
            NUMBER,
            FLAG,
            NOTHING
        }

        @Override
        public String noun() {
            return switch (type) {
                case TEXT -> "text";
                case NUMBER -> "a number";
                case FLAG -> "true or false";
                case NOTHING -> "nothing";
            };
        }
    }

    record Sequence(List<Datum> elements, Spot spot) implements Datum {
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public String noun() {
            return "a list";
        }
    }

    /** Keys in the order in which they were written. */
    record Mapping(Map<Scalar, Datum> entries, Spot spot) implements Datum {
        public Mapping {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value of the first such key that has one. */
        public Optional<Datum> get(String key) {
            // A plain loop: reading a large log or file asks this for every field of every item.
            for (Map.Entry<Scalar, Datum> entry : entries.entrySet()) {
                if (entry.getKey().text().equals(key) && !entry.getValue().isNothing()) {
                    return Optional.of(entry.getValue());
                }
            }
            return Optional.empty();
        }

        @Override
        public String noun() {
            return "a group of keys";
        }
    }

    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.type() == Scalar.Type.NOTHING;
    }

    static Scalar text(String text) {
        return new Scalar(text, Scalar.Type.TEXT, Spot.NOWHERE);
    }

    static Scalar number(Number number) {
        return new Scalar(number.toString(), Scalar.Type.NUMBER, Spot.NOWHERE);
    }

    static Scalar flag(boolean flag) {
        return new Scalar(Boolean.toString(flag), Scalar.Type.FLAG, Spot.NOWHERE);
    }

    static Sequence list(List<? extends Datum> elements) {
        return new Sequence(new ArrayList<>(elements), Spot.NOWHERE);
    }

    /** A mapping under construction; a key written twice keeps the later value. */
    static Writer mapping() {
        return new Writer();
    }

    /** Collects the entries of a mapping in writing order. */
    final class Writer {
        private final Map<Scalar, Datum> entries = new LinkedHashMap<>();

        private Writer() {}

        public Writer put(String key, Datum value) {
            entries.put(text(key), value);
            return this;
        }

        public Writer put(String key, String value) {
            return put(key, text(value));
        }

        public Writer put(String key, Optional<? extends Datum> value) {
            value.ifPresent(present -> put(key, present));
            return this;
        }

        public Mapping done() {
            return new Mapping(entries, Spot.NOWHERE);
        }
    }
}
