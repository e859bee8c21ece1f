package throughline.core.roadmap;

import java.time.Instant;
import throughline.core.people.PersonId;

/**
 * When a fact was recorded, by whom and through what.
 *
 * @param via where it was said, such as {@code local:#growth}, or {@code file} for an import
 */
public record Stamp(Instant at, PersonId by, String via) {}
