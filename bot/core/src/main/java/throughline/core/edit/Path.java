package throughline.core.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.data.Spot;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Reading;

/** Reads what people filled in; each problem is kept under the id of the part that has it, the first one only. */
final class Path implements Reading {
    private static final Pattern ELEMENT = Pattern.compile("\\[(\\d+)]");

    private final Known known;
    private final Deque<String> steps = new ArrayDeque<>();
    private final Map<String, List<String>> numbers = new HashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    Path(Known known) {
        this.known = known;
    }

    Map<String, String> problems() {
        return problems;
    }

    /** What the elements of a list of structures are called in ids, in their order. */
    void numbered(String list, List<String> elements) {
        numbers.put(list, elements);
    }

    void tell(String id, String message) {
        String plain = message.replace("true or false", "yes or no");
        String sentence = plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
        problems.putIfAbsent(id, sentence.endsWith("?") || sentence.endsWith(".") ? sentence : sentence + ".");
    }

    @Override
    public void problem(Spot spot, String message) {
        tell(here(), message);
    }

    private String here() {
        StringBuilder id = new StringBuilder();
        for (Iterator<String> outwards = steps.descendingIterator(); outwards.hasNext(); ) {
            String step = outwards.next();
            Matcher element = ELEMENT.matcher(step);
            if (!element.matches()) {
                id.append(id.isEmpty() ? "" : ".").append(step);
            } else if (numbers.containsKey(id.toString())) {
                List<String> names = numbers.getOrDefault(id.toString(), List.of());
                id.append('.').append(names.get(Integer.parseInt(element.group(1))));
            }
        }
        return id.toString();
    }

    @Override
    public <T> T inside(String step, Supplier<T> part) {
        steps.push(step);
        try {
            return part.get();
        } finally {
            steps.pop();
        }
    }

    @Override
    public Optional<PersonId> person(String text, Spot spot) {
        Optional<PersonId> found = known.person(text);
        if (found.isEmpty()) {
            problem(spot, known.nobody(text));
        }
        return found;
    }

    @Override
    public Optional<ItemId> item(String text, Spot spot, Kind kind) {
        Optional<Item> found = known.item(text, kind);
        if (found.isEmpty()) {
            problem(spot, known.nothing(text, kind));
        }
        return found.map(Item::id);
    }
}
