package throughline.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param label what it is called, such as "Success criterion 1: outcome"
 * @param help a sentence without a full stop
 */
record Part(String id, String label, Shape<?> shape, String help, boolean required) {
    /** The element that a list of structures gets when something is filled in here. */
    static final String NEW = "new";

    /** So many elements of a list of structures are shown in a form; the others stay as they are. */
    static final int SHOWN = 3;

    private static final Set<String> ABBREVIATIONS = Set.of("kpi", "dhm", "rice");

    /** @param texts what stands there, which tells how long lists are */
    static List<Part> of(Field<?> field, Map<String, List<String>> texts) {
        List<Part> parts = new ArrayList<>();
        add(parts, whole(field), texts);
        return parts;
    }

    /**
     * What a part, or what holds some, is called; the id as it stands if it names none.
     *
     * @param fields among which its field is
     */
    static String label(List<Field<?>> fields, String id, Map<String, List<String>> texts) {
        List<String> steps = List.of(id.split("\\.", -1));
        Optional<Part> at = fields.stream()
                .filter(field -> field.key().equals(steps.get(0)))
                .findFirst()
                .map(Part::whole);
        for (String step : steps.subList(1, steps.size())) {
            at = at.flatMap(part -> part.within(step, texts));
        }
        return at.map(Part::label).orElse(id);
    }

    private Optional<Part> within(String step, Map<String, List<String>> texts) {
        if (shape instanceof Shape.Many<?> many && many.element() instanceof Shape.Structure<?>) {
            return Optional.of(element(many, step, elements(id, texts).findAny().isEmpty()));
        }
        return shape instanceof Shape.Structure<?> structure
                ? structure.fields().stream()
                        .filter(field -> field.key().equals(step))
                        .findFirst()
                        .map(this::part)
                : Optional.empty();
    }

    private static Part whole(Field<?> field) {
        return new Part(field.key(), label(field.key()), field.shape(), field.help(), field.isRequired());
    }

    private static void add(List<Part> parts, Part whole, Map<String, List<String>> texts) {
        if (whole.shape instanceof Shape.Structure<?> structure) {
            structure.fields().forEach(field -> add(parts, whole.part(field), texts));
        } else if (whole.shape instanceof Shape.Many<?> many && many.element() instanceof Shape.Structure<?>) {
            List<Integer> numbers = elements(whole.id, texts).limit(SHOWN).toList();
            numbers.forEach(number -> add(parts, whole.element(many, String.valueOf(number), false), texts));
            add(parts, whole.element(many, NEW, numbers.isEmpty()), texts);
        } else {
            parts.add(whole);
        }
    }

    private Part part(Field<?> field) {
        return new Part(id + "." + field.key(), labelled(field), field.shape(), field.help(), false);
    }

    private String labelled(Field<?> field) {
        return label + (label.contains(": ") ? ", " : ": ") + words(field.key());
    }

    private Part element(Shape.Many<?> many, String number, boolean isOnly) {
        return new Part(id + "." + number, called(many, number, isOnly), many.element(), help, false);
    }

    private String called(Shape.Many<?> many, String number, boolean isOnly) {
        String noun = many.element() instanceof Shape.Structure<?> structure
                ? structure.noun().replaceFirst("^an? ", "")
                : words(id);
        return capital(number.equals(NEW) ? (isOnly ? noun : "another " + noun) : noun + " " + number);
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

    /** "Work type", "RICE", "MoSCoW". */
    static String label(String key) {
        return capital(words(key));
    }

    private static String words(String key) {
        return Stream.of(key.split("_", -1))
                .map(word -> ABBREVIATIONS.contains(word)
                        ? word.toUpperCase(java.util.Locale.ROOT)
                        : word.equals("moscow") ? "MoSCoW" : word)
                .collect(Collectors.joining(" "));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
