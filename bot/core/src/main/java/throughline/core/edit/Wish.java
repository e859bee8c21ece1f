package throughline.core.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/**
 * What one field should hold.
 *
 * @param value empty if the field should have no value
 */
public record Wish<V>(Field<V> field, Optional<V> value) {
    /** So many elements more or less are told one by one; a list that differs more is told as a whole. */
    private static final int FEW = 5;

    /** From this length on a text took somebody some thought. */
    private static final int MUCH = 80;

    /** The same for a field that has this value now: to go back to it. */
    public static <V> Wish<V> asIn(Item item, Field<V> field) {
        return new Wish<>(field, item.values().find(field));
    }

    /** Whether nothing would change. An empty list is as good as none. */
    public boolean isSo(Values values) {
        return filled(values.find(field)).equals(filled(value));
    }

    /** Whether so much text would be replaced that a slip should not do it. */
    public boolean overwritesMuch(Values values) {
        String before = text(values);
        return before.length() >= MUCH && !text(in(values)).contains(before);
    }

    private String text(Values values) {
        return Texts.of(field, values).values().stream()
                .map(each -> String.join("\n", each))
                .collect(Collectors.joining("\n"));
    }

    public Values in(Values values) {
        return values.with(field, value);
    }

    /**
     * The facts that make it so; none if it is so already. A list gets and loses single elements, so that two who add to it do
     * not disturb each other.
     */
    public List<Change> on(Item item) {
        if (isSo(item.values())) {
            return List.of();
        }
        Optional<V> before = item.values().find(field);
        return elements(item)
                .orElseGet(() -> List.of(new Change.Edited<>(item.kind(), item.id(), field, before, value)));
    }

    @SuppressWarnings("unchecked") // a field of this shape holds lists
    private Optional<List<Change>> elements(Item item) {
        return field.shape() instanceof Shape.Many<?>
                ? elements(item, (Field<List<Object>>) (Field<?>) field, (Optional<List<Object>>) (Optional<?>) value)
                : Optional.empty();
    }

    private static <E> Optional<List<Change>> elements(Item item, Field<List<E>> list, Optional<List<E>> wanted) {
        List<E> before = item.values().all(list);
        List<E> after = wanted.orElse(List.of());
        List<E> gone =
                before.stream().filter(element -> !after.contains(element)).toList();
        List<E> added =
                after.stream().filter(element -> !before.contains(element)).toList();
        List<E> result = new ArrayList<>(before);
        result.removeAll(gone);
        result.addAll(added);
        boolean isTold = result.equals(after)
                && new HashSet<>(before).size() == before.size()
                && gone.size() + added.size() <= FEW;
        if (!isTold) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        gone.forEach(element -> changes.add(new Change.Unlisted<>(item.kind(), item.id(), list, element)));
        added.forEach(element -> changes.add(new Change.Listed<>(item.kind(), item.id(), list, element)));
        return Optional.of(List.copyOf(changes));
    }

    private static <V> Optional<V> filled(Optional<V> value) {
        return value.filter(some -> !some.equals(List.of()));
    }
}
