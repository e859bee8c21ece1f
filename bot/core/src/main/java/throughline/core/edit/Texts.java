package throughline.core.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.data.Datum;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;
import throughline.core.roadmap.Writing;

/** Values as texts to fill in: the id of each part of a field, such as {@code rice.reach}, to what stands there. */
final class Texts {
    /** A line that goes on in the next one: the next one is set in. */
    private static final String BELOW = "\n  ";

    private static final Writing BY_ID = new Writing() {
        @Override
        public String person(PersonId id) {
            return id.text();
        }

        @Override
        public String item(ItemId id, Kind kind) {
            return id.text();
        }
    };

    private Texts() {}

    static Map<String, List<String>> of(List<Field<?>> fields, Values values) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        fields.forEach(field -> texts.putAll(of(field, values)));
        return texts;
    }

    static <V> Map<String, List<String>> of(Field<V> field, Values values) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        values.find(field)
                .ifPresent(value ->
                        put(texts, field.key(), field.shape(), field.shape().write(value, BY_ID)));
        return texts;
    }

    private static void put(Map<String, List<String>> texts, String id, Shape<?> shape, Datum datum) {
        if (datum instanceof Datum.Mapping mapping) {
            mapping.entries()
                    .forEach((key, value) -> put(texts, id + "." + key.text(), part(shape, key.text()), value));
        } else if (datum instanceof Datum.Sequence sequence) {
            putAll(texts, id, (Shape.Many<?>) shape, sequence.elements());
        } else {
            texts.put(id, List.of(scalar((Datum.Scalar) datum)));
        }
    }

    private static Shape<?> part(Shape<?> shape, String key) {
        Optional<Shape<?>> part = shape instanceof Shape.Structure<?> structure
                ? structure.fields().stream()
                        .filter(field -> field.key().equals(key))
                        .findFirst()
                        .map(Field::shape)
                : Optional.empty();
        return part.orElse(shape);
    }

    private static void putAll(
            Map<String, List<String>> texts, String id, Shape.Many<?> list, List<? extends Datum> elements) {
        if (list.element() instanceof Shape.Structure<?>) {
            for (int i = 0; i < elements.size(); i++) {
                put(texts, id + "." + (i + 1), list.element(), elements.get(i));
            }
        } else if (!elements.isEmpty()) {
            List<String> each =
                    elements.stream().map(one -> scalar((Datum.Scalar) one)).toList();
            texts.put(id, isLines(list) ? List.of(lines(each)) : each);
        }
    }

    /** Whether a list is filled in as text, one element a line. */
    static boolean isLines(Shape.Many<?> list) {
        return !(list.element() instanceof Shape.ItemRef || list.element() instanceof Shape.PersonRef);
    }

    static String lines(List<String> elements) {
        return elements.stream().map(element -> element.replace("\n", BELOW)).collect(Collectors.joining("\n"));
    }

    /** The elements of a list that was filled in as text. */
    static List<String> elements(String text) {
        List<StringBuilder> elements = new ArrayList<>();
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            if (line.startsWith("  ") && !elements.isEmpty()) {
                elements.get(elements.size() - 1).append('\n').append(line.substring(2));
            } else if (!line.isBlank()) {
                elements.add(new StringBuilder(line));
            }
        }
        return elements.stream().map(element -> element.toString().strip()).toList();
    }

    private static String scalar(Datum.Scalar scalar) {
        if (scalar.type() == Datum.Scalar.Type.FLAG) {
            return scalar.text().equals("true") ? "yes" : "no";
        }
        return scalar.text();
    }
}
