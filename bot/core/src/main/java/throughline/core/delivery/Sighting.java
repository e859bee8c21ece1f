package throughline.core.delivery;

import java.time.Duration;
import java.util.List;

/** What was found where a message should be. */
public sealed interface Sighting {
    /** @param ids by which the platform knows each copy, oldest first, at least one */
    record Found(List<String> ids) implements Sighting {
        public Found {
            ids = List.copyOf(ids);
        }
    }

    record Absent() implements Sighting {}

    /** We may not look there, so nobody knows. */
    record Blind(String reason) implements Sighting {}

    /**
     * The platform did not tell this time.
     *
     * @param pause what the platform asked for; zero if it asked for nothing
     */
    record NotTold(Duration pause, String reason) implements Sighting {}
}
