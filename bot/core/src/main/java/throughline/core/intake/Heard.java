package throughline.core.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody said or tapped at a step.
 *
 * @param text as it was said
 * @param inputs what was filled in; empty if it was no form
 */
public record Heard(String text, Map<String, List<String>> inputs) {
    public Heard {
        inputs = Map.copyOf(inputs);
    }

    /** As it is compared: without case, and without a full stop. */
    String word() {
        return text.strip().toLowerCase(Locale.ROOT).replaceFirst("[.!]$", "").replace('’', '\'');
    }

    boolean isForm() {
        return !inputs.isEmpty();
    }

    /** The first value of a field, or "". */
    public String input(String field) {
        return inputs.getOrDefault(field, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    /** What stands between commas. */
    List<String> listed(String field) {
        return Arrays.stream(input(field).split("[,;\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, Math.min(LONGEST_NAME, part.length())))
                .distinct()
                .limit(MOST_NAMES)
                .toList();
    }

    private static final int LONGEST_NAME = 120;
    private static final int MOST_NAMES = 50;
}
