package throughline.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Spelling;
import throughline.core.roadmap.Values;

/**
 * Edits as one line: {@code size: big; non_goals + Contractors; serves - O1-KR2; release: none}. Between two of them stands a
 * semicolon or a line break; one that is followed by no field's name belongs to the text.
 *
 * @param before what stands before the first one, such as a title
 */
public record Line(Kind kind, String before, List<Op> ops) {
    /** {@code :} sets, {@code +} adds to a list, {@code -} takes from it. */
    record Op(String id, char sign, String text) {}

    private static final Pattern LOOSE = Pattern.compile("[;\\n][ \\t]*+([A-Za-z][A-Za-z _-]{2,30}?)\\s*[:=]");

    public Line {
        ops = List.copyOf(ops);
    }

    public static Line of(Kind kind, String text) {
        Matcher matcher = beginnings(List.of(kind)).matcher(text);
        List<Op> ops = new ArrayList<>();
        String before = text;
        int from = -1;
        String id = "";
        char sign = ':';
        while (matcher.find()) {
            // In the middle of a text only a semicolon or a line break begins the next one.
            if (from >= 0 && matcher.group("free") != null) {
                continue;
            }
            if (from < 0) {
                before = text.substring(0, matcher.start());
            } else {
                ops.add(new Op(id, sign, text.substring(from, matcher.start()).strip()));
            }
            id = folded(matcher.group("key"));
            sign = matcher.group("sign").strip().replace('=', ':').charAt(0);
            from = matcher.end();
        }
        if (from >= 0) {
            ops.add(new Op(id, sign, text.substring(from).strip()));
        }
        return new Line(kind, before.strip().replaceAll(";$", "").strip(), ops);
    }

    /** Where the first edit of any kind begins in a text; its length if none does. */
    public static int beginning(String text) {
        Matcher matcher = beginnings(List.of(Kind.values())).matcher(text);
        return matcher.find() ? matcher.start() : text.length();
    }

    private static Pattern beginnings(List<Kind> kinds) {
        String keys = kinds.stream()
                .filter(kind -> !kind.isBeside())
                .flatMap(kind -> Pages.fields(kind).stream())
                .map(Field::key)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(key -> key.replace("_", "[ _-]"))
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?:^\\s*+|[;\\n][ \\t]*+|(?<free>\\s))(?<key>(?:" + keys
                        + ")(?:\\.\\w+){0,3})(?<sign>\\s*[:=]|\\s+[+-]\\s)",
                Pattern.CASE_INSENSITIVE);
    }

    private static String folded(String key) {
        return key.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
    }

    public boolean isEmpty() {
        return ops.isEmpty();
    }

    /** The same after one that sets a field. */
    public Line setting(Field<?> field, String text) {
        List<Op> more = new ArrayList<>(List.of(new Op(field.key(), ':', text)));
        more.addAll(ops);
        return new Line(kind, before, more);
    }

    /** The same with another text before the first one. */
    public Line titled(String text) {
        return new Line(kind, text, ops);
    }

    /** The fields that it is about, each once. */
    public List<Field<?>> fields() {
        Set<Field<?>> touched = new LinkedHashSet<>();
        ops.forEach(op -> field(op).ifPresent(touched::add));
        return List.copyOf(touched);
    }

    /** What it sets, as it was typed, by the ids of the parts. */
    public Map<String, List<String>> typed() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        ops.stream().filter(op -> op.sign() == ':').forEach(op -> typed.put(op.id(), List.of(op.text())));
        return typed;
    }

    /** What the line says about these values. */
    public Sheet.Read read(Known known, Values values) {
        return read(known, values, (sheet, texts) -> sheet.strictly(texts, values));
    }

    /** The same where any text is taken that a file may hold, as when an earlier one is brought back. */
    public Sheet.Read anyhow(Known known, Values values) {
        return read(known, values, Sheet::anyhow);
    }

    private Sheet.Read read(
            Known known, Values values, BiFunction<Sheet, Map<String, List<String>>, Sheet.Read> reading) {
        Sheet sheet = new Sheet(known, fields());
        Draft draft = new Draft(known, sheet.texts(values));
        ops.forEach(op -> field(op).ifPresent(field -> draft.apply(field, op)));
        Sheet.Read read = reading.apply(sheet, draft.texts);
        Map<String, String> problems = new LinkedHashMap<>(read.problems());
        problems.putAll(draft.problems);
        ops.forEach(op -> unknown(op).ifPresent(problem -> problems.putIfAbsent(op.id(), problem)));
        return new Sheet.Read(read.wishes(), problems);
    }

    private Optional<Field<?>> field(Op op) {
        String key = op.id().contains(".") ? op.id().substring(0, op.id().indexOf('.')) : op.id();
        return Pages.fields(kind).stream()
                .filter(field -> field.key().equals(key))
                .findFirst();
    }

    /** A field's name with a slip of the hand would become part of the text before it. */
    private Optional<String> unknown(Op op) {
        Set<String> keys = Pages.fields(kind).stream().map(Field::key).collect(Collectors.toSet());
        return LOOSE.matcher(op.text())
                .results()
                .map(result -> result.group(1))
                .filter(key -> !keys.contains(folded(key)))
                .flatMap(key -> Spelling.closest(folded(key), keys).stream()
                        .map(near -> "“" + key.strip() + "” is not a field of " + kind.withArticle()
                                + "; did you mean “" + near + "”?"))
                .findFirst();
    }

    /** The line that makes an item hold this; empty if no line can say it. */
    public static Optional<String> written(Known known, Kind kind, List<Wish<?>> wishes) {
        String line = wishes.stream().flatMap(Line::written).collect(Collectors.joining("; "));
        Sheet.Read read = of(kind, line).anyhow(known, Values.none());
        boolean isSame = read.isFine()
                && read.wishes().equals(wishes.stream().map(Line::filled).toList());
        return Optional.of(line).filter(text -> isSame && !text.isEmpty());
    }

    /**
     * The line that makes the wishes true of an item as it is now; what a list has more or less is taken away or added one by one, so
     * that what others add until then stays. Empty if no line can say it.
     */
    public static Optional<String> leading(Known known, Item now, List<Wish<?>> wishes) {
        String line = wishes.stream().flatMap(wish -> steps(now, wish)).collect(Collectors.joining("; "));
        Sheet.Read read = of(now.kind(), line).anyhow(known, now.values());
        boolean leads = read.isFine() && wishes.stream().allMatch(wish -> isSame(wish, read.in(now.values())));
        return Optional.of(line).filter(text -> leads && !text.isEmpty()).or(() -> written(known, now.kind(), wishes));
    }

    private static <V> Stream<String> steps(Item now, Wish<V> wish) {
        List<Change> facts = wish.on(now);
        boolean isStepwise = !facts.isEmpty()
                && facts.stream()
                        .allMatch(fact -> fact instanceof Change.Listed<?> || fact instanceof Change.Unlisted<?>);
        return isStepwise ? facts.stream().flatMap(Line::step) : written(wish);
    }

    private static Stream<String> step(Change fact) {
        if (fact instanceof Change.Listed<?> listed) {
            return step(listed.field(), " + ", listed.element());
        }
        return fact instanceof Change.Unlisted<?> unlisted
                ? step(unlisted.field(), " - ", unlisted.element())
                : Stream.empty();
    }

    @SuppressWarnings("unchecked") // the element is one of this field's
    private static <E> Stream<String> step(Field<? extends List<?>> list, String sign, E element) {
        Field<List<E>> field = (Field<List<E>>) list;
        return Texts.of(field, Values.none().with(field, List.of(element))).values().stream()
                .map(texts -> field.key() + sign + String.join(", ", texts));
    }

    /** Order aside: what is added again stands last. */
    private static boolean isSame(Wish<?> wish, Values values) {
        Object wanted = wish.value().<Object>map(value -> value).orElse(List.of());
        Object found = values.find(wish.field()).<Object>map(value -> value).orElse(List.of());
        if (wanted instanceof List<?> some && found instanceof List<?> others) {
            return Set.copyOf(some).equals(Set.copyOf(others));
        }
        return wish.isSo(values);
    }

    private static <V> Wish<V> filled(Wish<V> wish) {
        return new Wish<>(wish.field(), wish.value().filter(value -> !value.equals(List.of())));
    }

    private static <V> Stream<String> written(Wish<V> wish) {
        String key = wish.field().key();
        Map<String, List<String>> texts = wish.value()
                .map(value -> Texts.of(wish.field(), Values.none().with(wish.field(), value)))
                .orElse(Map.of());
        Stream<String> set =
                texts.entrySet().stream().map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()));
        return texts.size() == 1 && texts.containsKey(key)
                ? set
                : Stream.concat(Stream.of(key + ": " + Inquiry.NONE), set);
    }

    /** Texts to which one edit after the other is applied. */
    private static final class Draft {
        private final Known known;
        private final Map<String, List<String>> texts;
        private final Map<String, String> problems = new LinkedHashMap<>();

        Draft(Known known, Map<String, List<String>> texts) {
            this.known = known;
            this.texts = new LinkedHashMap<>(texts);
        }

        void apply(Field<?> field, Op op) {
            if (op.sign() == ':') {
                set(field, op);
            } else if (!(field.shape() instanceof Shape.Many<?> many)) {
                problems.put(
                        op.id(),
                        "It holds one value, so nothing is added to it or taken from it. Type " + field.key()
                                + ": and the value.");
            } else if (op.sign() == '+') {
                add(field.key(), many, op.text());
            } else {
                take(field.key(), many, op.text());
            }
        }

        private void set(Field<?> field, Op op) {
            String id = inList(field, op.id());
            if (op.text().isEmpty() || op.text().equalsIgnoreCase(Inquiry.NONE)) {
                texts.keySet().removeIf(key -> key.equals(id) || key.startsWith(id + "."));
                return;
            }
            Optional<String> leaf = leaf(field, id);
            if (leaf.isEmpty()) {
                problems.put(op.id(), "“" + op.id() + "” has no such part.");
                return;
            }
            texts.put(leaf.get(), List.of(op.text()));
        }

        /** "success.target" is about the first element, or makes one. */
        private String inList(Field<?> field, String id) {
            String key = field.key();
            boolean isStructures =
                    field.shape() instanceof Shape.Many<?> many && many.element() instanceof Shape.Structure<?>;
            boolean isNumbered = id.matches(Pattern.quote(key) + "\\.(\\d{1,4}|" + Part.NEW + ")(\\..*)?");
            return !isStructures || isNumbered || id.equals(key)
                    ? id
                    : key + "." + (Part.elements(key, texts).findAny().isPresent() ? "1" : Part.NEW)
                            + id.substring(key.length());
        }

        /** The part with this id, or the first one in it that holds a text. */
        private Optional<String> leaf(Field<?> field, String id) {
            Map<String, List<String>> shown = new LinkedHashMap<>(texts);
            shown.putIfAbsent(id, List.of());
            List<String> parts = Part.of(field, shown).stream().map(Part::id).toList();
            return parts.stream()
                    .filter(part -> part.equals(id))
                    .findFirst()
                    .or(() -> parts.stream()
                            .filter(part -> part.startsWith(id + "."))
                            .findFirst())
                    // An element beyond those that a form shows.
                    .or(() -> Optional.of(id).filter(texts::containsKey));
        }

        private void add(String key, Shape.Many<?> many, String text) {
            if (many.element() instanceof Shape.Structure<?> structure) {
                texts.put(key + "." + Part.NEW + "." + structure.fields().get(0).key(), List.of(text));
                return;
            }
            List<String> longer = new ArrayList<>(texts.getOrDefault(key, List.of()));
            longer.add(Texts.isLines(many) ? Texts.lines(List.of(text)) : text);
            texts.put(key, longer);
        }

        private void take(String key, Shape.Many<?> many, String text) {
            boolean isTaken = many.element() instanceof Shape.Structure<?> structure
                    ? takeElement(key + ".", structure, text)
                    : takeText(key, many, text);
            if (!isTaken) {
                problems.put(key, "“" + text + "” is not among them, so it can't be taken away.");
            }
        }

        private boolean takeElement(String list, Shape.Structure<?> structure, String text) {
            String first = "." + structure.fields().get(0).key();
            List<String> meant = Part.elements(list.substring(0, list.length() - 1), texts)
                    .map(String::valueOf)
                    .filter(number -> number.equals(text)
                            || texts.getOrDefault(list + number + first, List.of()).stream()
                                    .anyMatch(text::equalsIgnoreCase))
                    .toList();
            meant.forEach(number -> texts.keySet().removeIf(key -> key.startsWith(list + number + ".")));
            return !meant.isEmpty();
        }

        private boolean takeText(String key, Shape.Many<?> many, String text) {
            List<String> each = texts.getOrDefault(key, List.of()).stream()
                    .flatMap(part -> Texts.isLines(many) ? Texts.elements(part).stream() : Stream.of(part))
                    .toList();
            List<String> kept =
                    each.stream().filter(element -> !names(many, text, element)).toList();
            texts.put(key, Texts.isLines(many) ? List.of(Texts.lines(kept)) : kept);
            return kept.size() < each.size();
        }

        private boolean names(Shape.Many<?> many, String text, String element) {
            if (many.element() instanceof Shape.ItemRef ref) {
                return known.item(text, ref.kind())
                        .map(Item::id)
                        .filter(id -> id.text().equals(element))
                        .isPresent();
            }
            if (many.element() instanceof Shape.PersonRef) {
                return known.person(text)
                        .filter(id -> id.text().equals(element))
                        .isPresent();
            }
            return element.equalsIgnoreCase(text);
        }
    }
}
