package throughline.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Shape;

/**
 * One thing to fill in: a field, or a part of one.
 *
 * @param id the field's key, and the keys of its parts after points; elements of a list of structures are counted from 1
 * @param help a sentence without a full stop
 */
record Part(String id, Shape<?> shape, String help, boolean required) {
    /** The element that a list of structures gets when something is filled in here. */
    static final String NEW = "new";

    /** So many elements of a list of structures are shown in a form; the others stay as they are. */
    static final int SHOWN = 3;

    private static final Set<String> ABBREVIATIONS = Set.of("kpi", "dhm", "rice");
    private static final Pattern BREAKS = Pattern.compile("[._]");

    /** @param texts what stands there, which tells how long lists are */
    static List<Part> of(Field<?> field, Map<String, List<String>> texts) {
        List<Part> parts = new ArrayList<>();
        add(parts, new Part(field.key(), field.shape(), field.help(), field.isRequired()), texts);
        return parts;
    }

    private static void add(List<Part> parts, Part whole, Map<String, List<String>> texts) {
        if (whole.shape instanceof Shape.Structure<?> structure) {
            structure.fields().forEach(field -> add(parts, whole.part(field), texts));
        } else if (whole.shape instanceof Shape.Many<?> many && many.element() instanceof Shape.Structure<?>) {
            elements(whole.id, texts)
                    .limit(SHOWN)
                    .forEach(number -> add(parts, whole.element(many, String.valueOf(number)), texts));
            add(parts, whole.element(many, NEW), texts);
        } else {
            parts.add(whole);
        }
    }

    private Part part(Field<?> field) {
        return new Part(id + "." + field.key(), field.shape(), field.help(), false);
    }

    private Part element(Shape.Many<?> many, String number) {
        return new Part(id + "." + number, many.element(), help, false);
    }

    /** The numbers of a list's elements, in order. */
    static Stream<Integer> elements(String list, Map<String, List<String>> texts) {
        Pattern number = Pattern.compile(Pattern.quote(list) + "\\.(\\d{1,4})(\\..*)?");
        return texts.keySet().stream()
                .map(number::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .distinct()
                .sorted();
    }

    /** "Work type", "RICE reach", "New success outcome". */
    String label() {
        return label(id);
    }

    static String label(String id) {
        boolean isNew = id.contains("." + NEW + ".");
        String words = Stream.of(BREAKS.split(isNew ? NEW + "." + id.replace("." + NEW + ".", ".") : id))
                .map(word -> ABBREVIATIONS.contains(word)
                        ? word.toUpperCase(java.util.Locale.ROOT)
                        : word.equals("moscow") ? "MoSCoW" : word)
                .collect(Collectors.joining(" "));
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
