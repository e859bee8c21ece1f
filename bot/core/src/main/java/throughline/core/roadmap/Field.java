package throughline.core.roadmap;

/**
 * One field of a kind of item, or of a value inside one. Everything that must know the fields (files, stored facts, the
 * JSON Schema, the table of keys in the docs, forms) reads them from here.
 *
 * @param <V> what the field holds; a field without a value is absent, never null
 */
public final class Field<V> {
    private final String key;
    private final Shape<V> shape;
    private final String help;
    private final boolean required;

    private Field(String key, Shape<V> shape, String help, boolean required) {
        this.key = key;
        this.shape = shape;
        this.help = help;
        this.required = required;
    }

    /** @param help one sentence for the docs and for forms, without a full stop */
    public static <V> Field<V> of(String key, Shape<V> shape, String help) {
        return new Field<>(key, shape, help, false);
    }

    public static <V> Field<V> required(String key, Shape<V> shape, String help) {
        return new Field<>(key, shape, help, true);
    }

    /** The written name, in files and stored facts alike. */
    public String key() {
        return key;
    }

    public Shape<V> shape() {
        return shape;
    }

    public String help() {
        return help;
    }

    public boolean isRequired() {
        return required;
    }

    @Override
    public String toString() {
        return key;
    }
}
