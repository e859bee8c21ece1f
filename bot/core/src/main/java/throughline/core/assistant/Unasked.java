package throughline.core.assistant;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import throughline.core.delivery.Chronicle;
import throughline.core.delivery.Operations;
import throughline.core.ritual.Agenda;
import throughline.core.roadmap.Roadmap;

/**
 * What is known beside the roadmap of what the bot says unasked.
 *
 * @param operations how it gets there
 * @param chronicle what was said so far
 * @param calendar days off of everybody that the roadmap does not have
 */
public record Unasked(Operations operations, Chronicle chronicle, Supplier<Set<LocalDate>> calendar) {
    /** Nothing is said unasked. */
    public static final Unasked NONE = new Unasked(Operations.NONE, Chronicle.BLANK, Set::of);

    Set<LocalDate> holidays() {
        return calendar.get();
    }

    Agenda agenda(Roadmap roadmap) {
        return new Agenda(roadmap, holidays());
    }
}
