package throughline.core.card;

import java.util.List;
import java.util.Optional;

/**
 * Something to fill in.
 *
 * @param options the alternatives of a choice, in the order to show them; empty for other kinds
 * @param initial what stands there at first
 */
public record Field(
        String id, Kind kind, String label, boolean required, List<Option> options, Optional<String> initial) {
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
    }

    public static Field text(String id, String label, boolean required) {
        return new Field(id, Kind.TEXT, label, required, List.of(), Optional.empty());
    }

    public static Field choice(String id, String label, List<Option> options) {
        return new Field(id, Kind.CHOICE, label, true, options, Optional.empty());
    }

    public Field startingWith(String value) {
        return new Field(id, kind, label, required, options, Optional.of(value));
    }
}
