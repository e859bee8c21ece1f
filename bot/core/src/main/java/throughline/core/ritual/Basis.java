package throughline.core.ritual;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import throughline.core.conversation.History;
import throughline.core.people.People;
import throughline.core.roadmap.Roadmap;

/**
 * What a nudge is made of.
 *
 * @param history what led to the roadmap
 * @param week whose nudge it is
 * @param since when the last one was said; empty for the first
 * @param wants what the team wants to hear
 */
public record Basis(
        Roadmap roadmap,
        History history,
        People people,
        ZoneId zone,
        Instant now,
        Period week,
        Optional<Instant> since,
        Wants wants) {
    LocalDate today() {
        return day(now);
    }

    LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
