package throughline.core.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody said or tapped at a step.
 *
 * @param inputs what was filled in; empty if it was no form
 */
public record Heard(String text, Map<String, List<String>> inputs) {
    public Heard {
        inputs = Map.copyOf(inputs);
    }

    public static Heard said(String text) {
        return new Heard(text, Map.of());
    }

    /** As it is compared: without case, and without a full stop. */
    String word() {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("[.!]$", "").replace('’', '\'');
    }

    boolean isForm() {
        return !inputs.isEmpty();
    }

    /** What was filled into a field; empty if nothing was. */
    Optional<String> input(String field) {
        return inputs.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
