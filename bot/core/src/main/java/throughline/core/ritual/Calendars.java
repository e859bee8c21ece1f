package throughline.core.ritual;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Reads calendar files. */
@FunctionalInterface
public interface Calendars {
    /**
     * The days that a calendar file has as off: those of its all-day events, repeated ones included.
     *
     * @param from the first day that is asked for
     * @param to the last one
     * @return empty if the text is no calendar
     */
    Optional<Set<LocalDate>> daysOff(String text, LocalDate from, LocalDate to);
}
