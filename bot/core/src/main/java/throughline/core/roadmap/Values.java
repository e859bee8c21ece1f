package throughline.core.roadmap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which field has which value; a typed heterogeneous container (Bloch, "Effective Java", item 33). Immutable. */
public final class Values {
    private static final Values NONE = new Values(Map.of());

    private final Map<Field<?>, Object> present;

    private Values(Map<Field<?>, Object> present) {
        this.present = Map.copyOf(present);
    }

    public static Values none() {
        return NONE;
    }

    @SuppressWarnings("unchecked") // only with() writes, and it takes the field's own type
    public <V> Optional<V> find(Field<V> field) {
        @Nullable Object value = present.get(field);
        return value == null ? Optional.empty() : Optional.of((V) value);
    }

    /** @throws IllegalStateException if the field is absent; for required fields only */
    public <V> V get(Field<V> field) {
        return find(field).orElseThrow(() -> new IllegalStateException("no value for " + field.key()));
    }

    /** The elements of a list; absent is empty. */
    public <V> List<V> all(Field<List<V>> field) {
        return find(field).orElse(List.of());
    }

    /** What stands in words in some of the fields. */
    Stream<String> prose(List<Field<?>> fields) {
        return fields.stream().flatMap(this::prose);
    }

    private <V> Stream<String> prose(Field<V> field) {
        return find(field).stream().flatMap(field.shape()::prose);
    }

    /** The same with other words in some of the fields. */
    Values reworded(List<Field<?>> fields, UnaryOperator<String> words) {
        Values others = this;
        for (Field<?> field : fields) {
            others = others.reworded(field, words);
        }
        return others;
    }

    private <V> Values reworded(Field<V> field, UnaryOperator<String> words) {
        Optional<V> before = find(field);
        Optional<V> after = before.map(value -> field.shape().reworded(value, words));
        return after.equals(before) ? this : with(field, after);
    }

    public <V> Values with(Field<V> field, V value) {
        Map<Field<?>, Object> more = new HashMap<>(present);
        more.put(field, value);
        return new Values(more);
    }

    public <V> Values with(Field<V> field, Optional<V> value) {
        return value.map(some -> with(field, some)).orElseGet(() -> without(field));
    }

    public Values without(Field<?> field) {
        if (!present.containsKey(field)) {
            return this;
        }
        Map<Field<?>, Object> fewer = new HashMap<>(present);
        fewer.remove(field);
        return new Values(fewer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && values.present.equals(present);
    }

    @Override
    public int hashCode() {
        return present.hashCode();
    }

    @Override
    public String toString() {
        return present.toString();
    }
}
