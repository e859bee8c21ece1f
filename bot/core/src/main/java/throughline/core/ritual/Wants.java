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

    /** The first day on which something is heard of one of these again; empty if that is today, or they are about more. */
    Optional<LocalDate> wakes(List<ItemId> about, LocalDate today) {
        boolean isAll = !about.isEmpty() && about.stream().allMatch(item -> isSnoozed(item, today));
        return isAll ? about.stream().map(items::get).min(LocalDate::compareTo) : Optional.empty();
    }

    public boolean isSnoozed(ItemId item, LocalDate day) {
        return Optional.ofNullable(items.get(item)).filter(day::isBefore).isPresent();
    }
}
