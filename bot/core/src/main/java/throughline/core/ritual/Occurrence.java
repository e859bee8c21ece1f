package throughline.core.ritual;

import java.time.Instant;

/**
 * One time that a ritual happens.
 *
 * @param ritual which one, such as {@code nudge}
 * @param subject the id of the team or the person that it is for
 * @param due when it is to be said
 * @param until after this it comes too late and is skipped
 */
public record Occurrence(String ritual, String subject, Period period, Instant due, Instant until) {
    /** Unique within an organization: {@code nudge:TM1:2026-W47}. */
    public String id() {
        return ritual + ":" + subject + ":" + period;
    }

    public boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    public boolean isLate(Instant now) {
        return now.isAfter(until);
    }
}
