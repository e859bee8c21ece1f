package throughline.core.people;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to hear unasked.
 *
 * @param isOff whether nothing
 * @param snoozed the first day on which something is heard again
 * @param hours the local times between which the person may be spoken to, if they are not the usual ones
 * @param items of which nothing is heard for some time
 * @param isQuiet whether nothing is heard of what becomes of requests; what needs an answer is
 */
public record Preferences(
        boolean isOff, Optional<LocalDate> snoozed, Optional<Hours> hours, List<Snoozed> items, boolean isQuiet) {
    /** From whoever said nothing. */
    public static final Preferences NONE = new Preferences(false, Optional.empty(), Optional.empty(), List.of(), false);

    /** Local times, the first before the second. */
    public record Hours(LocalTime from, LocalTime to) {
        public Hours {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("from before to");
            }
        }
    }

    /**
     * An item that is snoozed.
     *
     * @param item its id
     * @param until the first day on which it is spoken of again
     */
    public record Snoozed(String item, LocalDate until) {}

    public Preferences {
        items = List.copyOf(items);
    }

    public Preferences off(boolean off) {
        return new Preferences(off, snoozed, hours, items, isQuiet);
    }

    public Preferences snoozing(Optional<LocalDate> until) {
        return new Preferences(isOff, until, hours, items, isQuiet);
    }

    public Preferences between(Optional<Hours> times) {
        return new Preferences(isOff, snoozed, times, items, isQuiet);
    }

    /** With this item snoozed; what was snoozed until before {@code today} is forgotten. */
    public Preferences snoozing(Snoozed one, LocalDate today) {
        List<Snoozed> more = new ArrayList<>(items.stream()
                .filter(other ->
                        !other.item().equals(one.item()) && other.until().isAfter(today))
                .toList());
        more.add(one);
        return new Preferences(isOff, snoozed, hours, more, isQuiet);
    }

    public Preferences quiet(boolean quiet) {
        return new Preferences(isOff, snoozed, hours, items, quiet);
    }

    /** With nothing off or snoozed any more. */
    public Preferences on() {
        return new Preferences(false, Optional.empty(), hours, List.of(), isQuiet);
    }
}
