package throughline.core.check;

import java.util.List;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;

/**
 * Something that a gate asks for.
 *
 * @param what in a few words, such as "non-goals"
 * @param why a clause that says why it matters
 * @param item which lacks it
 * @param fields that fill it, the first one above all; empty where only a command does
 * @param command that fills it, as somebody would type it
 */
public record Requirement(String what, String why, Item item, List<Field<?>> fields, String command) {
    public Requirement {
        fields = List.copyOf(fields);
    }

    static Requirement field(String what, String why, Item item, Field<?> field) {
        return new Requirement(what, why, item, List.of(field), "edit " + item.id() + " " + field.key() + ":");
    }

    /** Whether it can be filled in; else somebody else has to say something. */
    public boolean isFilledIn() {
        return !fields.isEmpty();
    }
}
