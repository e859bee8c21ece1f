package throughline.core.ritual;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.roadmap.ItemId;

/**
 * What a person or a team wants to hear unasked.
 *
 * @param isOff whether nothing
 * @param snoozed the first day on which something is heard again
 * @param items of which nothing is heard, each until that day
 */
public record Wants(boolean isOff, Optional<LocalDate> snoozed, Map<ItemId, LocalDate> items) {
    public static final Wants ALL = new Wants(false, Optional.empty(), Map.of());

    public Wants {
        items = Map.copyOf(items);
    }

    boolean isSnoozed(LocalDate day) {
        return snoozed.filter(day::isBefore).isPresent();
    }

    /** Whether everything that a wish is about is snoozed. */
    boolean isSnoozed(List<ItemId> about, LocalDate day) {
        return !about.isEmpty() && about.stream().allMatch(item -> isSnoozed(item, day));
    }

    public boolean isSnoozed(ItemId item, LocalDate day) {
        return Optional.ofNullable(items.get(item)).filter(day::isBefore).isPresent();
    }
}
