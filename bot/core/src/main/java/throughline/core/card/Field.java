package throughline.core.card;

import java.util.List;
import java.util.Optional;

/**
 * Something to fill in.
 *
 * @param options the alternatives of a choice, in the order to show them; empty for other kinds
 * @param initials what stands there at first: at most one value, except for fields of several choices
 * @param hint a line that helps to fill it in
 */
public record Field(
        String id,
        Kind kind,
        String label,
        boolean required,
        List<Option> options,
        List<String> initials,
        Optional<String> hint) {
    /** What may be filled in. */
    public enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        CHOICES,
        DATE,
        PERSON
    }

    /** One alternative. */
    public record Option(String value, String label) {}

    public Field {
        options = List.copyOf(options);
        initials = List.copyOf(initials);
    }

    public Field(String id, Kind kind, String label, boolean required, List<Option> options, Optional<String> initial) {
        this(id, kind, label, required, options, initial.stream().toList(), Optional.empty());
    }

    public static Field text(String id, String label, boolean required) {
        return new Field(id, Kind.TEXT, label, required, List.of(), Optional.empty());
    }

    public static Field choice(String id, String label, List<Option> options) {
        return new Field(id, Kind.CHOICE, label, true, options, Optional.empty());
    }

    public Field startingWith(String value) {
        return startingWith(List.of(value));
    }

    public Field startingWith(List<String> values) {
        return new Field(id, kind, label, required, options, values, hint);
    }

    public Field hinting(String line) {
        return new Field(id, kind, label, required, options, initials, Optional.of(line));
    }

    /** What stands there at first where one value does. */
    public Optional<String> initial() {
        return initials.stream().findFirst();
    }

    public boolean isInitial(Option option) {
        return initials.contains(option.value());
    }
}
