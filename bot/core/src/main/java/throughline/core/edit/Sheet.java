package throughline.core.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.data.Datum;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Some fields of a kind to fill in: what to ask for, and what came of it. */
public final class Sheet {
    /** Longer text is not asked for: a platform might cut it, and what is sent back would lose the rest. */
    private static final int LONGEST = 2_900;

    /** A form has room for so much text. */
    private static final int ROOM = 6_000;

    private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private final Known known;
    private final List<Field<?>> fields;

    public Sheet(Known known, List<Field<?>> fields) {
        this.known = known;
        this.fields = List.copyOf(fields);
    }

    /**
     * What came of what was filled in.
     *
     * @param wishes what the fields without problems should hold
     * @param problems the id of a part to what is wrong there, as a sentence
     */
    public record Read(List<Wish<?>> wishes, Map<String, String> problems) {
        public Read {
            wishes = List.copyOf(wishes);
            problems = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        }

        public boolean isFine() {
            return problems.isEmpty();
        }

        /** The same with one more problem. */
        public Read with(String part, String problem) {
            Map<String, String> more = new LinkedHashMap<>(problems);
            more.put(part, problem);
            return new Read(wishes, more);
        }

        public Values in(Values values) {
            Values after = values;
            for (Wish<?> wish : wishes) {
                after = wish.in(after);
            }
            return after;
        }
    }

    /** The values as texts, by the ids of the parts. */
    public Map<String, List<String>> texts(Values values) {
        return Texts.of(fields, values);
    }

    /** What to ask for, with what stands there now. */
    public List<throughline.core.card.Field> asking(Map<String, List<String>> texts) {
        Inquiry inquiry = new Inquiry(known, texts);
        return fields.stream()
                .flatMap(field -> Part.of(field, texts).stream())
                .map(inquiry::of)
                .toList();
    }

    /** The same without room for one more of a list that has some already: for what has to be completed, not made longer. */
    public List<throughline.core.card.Field> completing(Map<String, List<String>> texts) {
        return asking(texts).stream()
                .filter(field -> !isOneMore(field.id(), texts))
                .toList();
    }

    private static boolean isOneMore(String id, Map<String, List<String>> texts) {
        int at = id.indexOf("." + Part.NEW + ".");
        return at > 0 && Part.elements(id.substring(0, at), texts).findAny().isPresent();
    }

    /** What a part is called where people read it, such as "Success criterion 1: outcome". */
    public String label(String id, Map<String, List<String>> texts) {
        return Part.label(fields, id, texts);
    }

    /** Those of the fields whose values a form can hold. */
    public static List<Field<?>> fitting(List<Field<?>> fields, Values values) {
        List<Field<?>> fitting = new ArrayList<>();
        int room = ROOM;
        for (Field<?> field : fields) {
            List<String> texts = Texts.of(field, values).values().stream()
                    .flatMap(List::stream)
                    .toList();
            int length = texts.stream().mapToInt(String::length).sum();
            if (length <= room && texts.stream().allMatch(text -> text.length() <= LONGEST)) {
                fitting.add(field);
                room -= length;
            }
        }
        return List.copyOf(fitting);
    }

    /**
     * Reads what was filled in. What has no text is empty; of long lists the elements that no form shows stay, and so does a time that
     * could not be read if it was told.
     *
     * @param before the values as they are
     */
    public Read read(Map<String, List<String>> filled, Values before) {
        Map<String, List<String>> texts = new LinkedHashMap<>(filled);
        texts(before).forEach((id, text) -> {
            if (isHidden(id)) {
                texts.putIfAbsent(id, text);
            }
        });
        return strictly(texts, before);
    }

    /** The same, but what is hidden does not stay. */
    Read strictly(Map<String, List<String>> texts, Values before) {
        Map<Field<?>, Set<String>> standing = new HashMap<>();
        fields.forEach(field -> standing.put(
                field,
                Texts.of(field, before).values().stream().flatMap(List::stream).collect(Collectors.toSet())));
        return read(new Reader(texts, Optional.of(standing)));
    }

    /** The same where every text is taken, also one that should tell a time and does not. */
    Read anyhow(Map<String, List<String>> texts) {
        return read(new Reader(texts, Optional.empty()));
    }

    private Read read(Reader reader) {
        List<Wish<?>> wishes = new ArrayList<>();
        fields.forEach(field -> reader.read(field).ifPresent(wishes::add));
        return new Read(wishes, reader.path.problems());
    }

    private boolean isHidden(String id) {
        return fields.stream()
                .filter(field -> field.shape() instanceof Shape.Many<?>)
                .anyMatch(field ->
                        Part.elements(field.key(), Map.of(id, List.of())).anyMatch(number -> number > Part.SHOWN));
    }

    /** Turns texts into plain trees, and those into values. */
    private final class Reader {
        private final Map<String, List<String>> texts;
        private final Optional<Map<Field<?>, Set<String>>> standing;
        private final Path path = new Path(known);

        /** @param standing what stands in each field before; empty if any text is taken */
        Reader(Map<String, List<String>> texts, Optional<Map<Field<?>, Set<String>>> standing) {
            this.texts = texts;
            this.standing = standing;
        }

        <V> Optional<Wish<V>> read(Field<V> field) {
            int before = path.problems().size();
            Optional<Datum> datum = datum(field.key(), field.shape());
            if (datum.isEmpty() && field.isRequired() && path.problems().size() == before) {
                path.tell(field.key(), "fill this in: " + field.help());
            }
            Optional<V> value = path.problems().size() > before
                    ? Optional.empty()
                    : datum.flatMap(
                            some -> path.inside(field.key(), () -> field.shape().read(some, path)));
            return path.problems().size() > before ? Optional.empty() : Optional.of(new Wish<>(field, value));
        }

        private Optional<Datum> datum(String id, Shape<?> shape) {
            if (shape instanceof Shape.Structure<?> structure) {
                return structure(id, structure);
            }
            if (shape instanceof Shape.Many<?> many) {
                return many.element() instanceof Shape.Structure<?> structure
                        ? structures(id, structure)
                        : Optional.of(elements(id, many))
                                .filter(all -> !all.isEmpty())
                                .map(Datum::list);
            }
            return filled(id, shape)
                    .findFirst()
                    .flatMap(text -> timed(id, text))
                    .map(text -> scalar(shape, text));
        }

        /** What tells a time as the roadmap writes it; what stands there already stays as it is. */
        private Optional<String> timed(String id, String text) {
            Field<?> field = fields.stream()
                    .filter(one -> id.equals(one.key()) || id.startsWith(one.key() + "."))
                    .findFirst()
                    .orElseThrow();
            Optional<Timing> timing = Timing.of(field, id);
            boolean isSo = standing.filter(
                            before -> before.getOrDefault(field, Set.of()).contains(text))
                    .isPresent();
            if (timing.isEmpty() || isSo) {
                return Optional.of(text);
            }
            Optional<String> read =
                    timing.get().read(text).or(() -> Optional.of(text).filter(any -> standing.isEmpty()));
            if (read.isEmpty()) {
                path.tell(id, timing.get().problem(text.strip()));
            }
            return read;
        }

        private Optional<Datum> structure(String id, Shape.Structure<?> structure) {
            Map<Field<?>, Optional<Datum>> parts = new LinkedHashMap<>();
            structure.fields().forEach(field -> parts.put(field, datum(id + "." + field.key(), field.shape())));
            if (parts.values().stream().noneMatch(Optional::isPresent)) {
                return Optional.empty();
            }
            Datum.Writer mapping = Datum.mapping();
            parts.forEach((field, part) -> {
                if (part.isEmpty() && field.isRequired()) {
                    path.tell(
                            id + "." + field.key(),
                            "fill this in as well, or leave “" + Part.label(fields, id, texts) + "” empty: "
                                    + field.help());
                }
                mapping.put(field.key(), part);
            });
            return Optional.of(mapping.done());
        }

        private Optional<Datum> structures(String id, Shape.Structure<?> structure) {
            List<String> steps = Stream.concat(Part.elements(id, texts).map(String::valueOf), Stream.of(Part.NEW))
                    .toList();
            Map<String, Datum> elements = new LinkedHashMap<>();
            steps.forEach(
                    step -> structure(id + "." + step, structure).ifPresent(element -> elements.put(step, element)));
            path.numbered(id, List.copyOf(elements.keySet()));
            return elements.isEmpty() ? Optional.empty() : Optional.of(Datum.list(List.copyOf(elements.values())));
        }

        private List<Datum> elements(String id, Shape.Many<?> many) {
            Stream<String> each = Texts.isLines(many)
                    ? filled(id, many).flatMap(text -> Texts.elements(text).stream())
                    : filled(id, many).flatMap(text -> references(many.element(), text));
            return each.<Datum>map(text -> scalar(many.element(), text)).toList();
        }

        /** One name, or several with commas between them. */
        private Stream<String> references(Shape<?> element, String text) {
            boolean isOne = element instanceof Shape.ItemRef ref
                    ? known.item(text, ref.kind()).isPresent()
                    : known.person(text).isPresent();
            return isOne
                    ? Stream.of(text)
                    : Stream.of(text.split("[,\n]", -1)).map(String::strip).filter(name -> !name.isEmpty());
        }

        private Stream<String> filled(String id, Shape<?> shape) {
            return texts.getOrDefault(id, List.of()).stream()
                    .filter(text -> !text.isBlank())
                    .filter(text -> !(Inquiry.isChosen(shape) && text.strip().equalsIgnoreCase(Inquiry.NONE)));
        }

        private static Datum.Scalar scalar(Shape<?> shape, String text) {
            String word = text.strip().toLowerCase(java.util.Locale.ROOT);
            if (shape instanceof Shape.Flag
                    && List.of("yes", "true", "no", "false").contains(word)) {
                return Datum.flag(word.equals("yes") || word.equals("true"));
            }
            if (shape instanceof Shape.Numeric) {
                String figure = word.replaceAll("\\s*%$", "");
                return Datum.text(THOUSANDS.matcher(figure).matches() ? figure.replace(",", "") : figure);
            }
            return Datum.text(text);
        }
    }
}
