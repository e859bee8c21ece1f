package throughline.core.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Values;

/** What the author of a form saw of each field when it was shown: a short digest, enough to tell whether it moved. */
public record Seen(Map<String, String> digests) {
    private static final int BITS = 0xFFFFFFF;

    public Seen {
        digests = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }

    public static Seen of(List<Field<?>> fields, Values values) {
        Map<String, String> digests = new LinkedHashMap<>();
        fields.forEach(field -> digests.put(field.key(), digest(field, values)));
        return new Seen(digests);
    }

    /** As {@link #written} wrote it; empty if it is something else. */
    public static Optional<Seen> read(String text) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            String[] sides = pair.split("=", -1);
            if (sides.length != 2) {
                return Optional.empty();
            }
            digests.put(sides[0].strip(), sides[1].strip());
        }
        return Optional.of(new Seen(digests));
    }

    /** "title=1x2y,horizon=4z". */
    public String written() {
        return digests.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /** Those of the fields that were shown. */
    public List<Field<?>> shown(List<Field<?>> fields) {
        return fields.stream().filter(field -> digests.containsKey(field.key())).toList();
    }

    /** Whether the field, as it is in these values, looks as it did; what was not shown always does. */
    public boolean isSame(Field<?> field, Values values) {
        return Optional.ofNullable(digests.get(field.key()))
                .map(digest -> digest.equals(digest(field, values)))
                .orElse(true);
    }

    private static String digest(Field<?> field, Values values) {
        String whole = Texts.of(field, values).entrySet().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream()))
                .collect(Collectors.joining("\u0000"));
        return Integer.toString(whole.hashCode() & BITS, Character.MAX_RADIX);
    }
}
