package throughline.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When each ritual is next due. Any bot may materialise what is due; only one does. */
public interface Schedule {
    /**
     * What follows from a ritual that is due.
     *
     * @param expected when the ritual was due, as {@link Schedule#planned} told it
     * @param parcels what is to be sent now; one whose id is known already is not made again
     * @param skipped occurrences that are not to be sent any more, with the reason
     * @param next when the ritual is due again; empty if it is not
     * @param diary what the ritual has behind it then; empty if that is kept as it is
     */
    record Round(
            String ritual,
            Instant expected,
            List<Parcel> parcels,
            Map<String, String> skipped,
            Optional<Instant> next,
            Optional<Diary> diary) {
        public Round {
            parcels = List.copyOf(parcels);
            skipped = Map.copyOf(skipped);
        }
    }

    Map<String, Instant> planned();

    /** What each ritual has behind it that ever was due. */
    Map<String, Diary> diaries();

    /** Says when a ritual is next due, whatever was planned before; empty for never. */
    void plan(String ritual, Optional<Instant> due);

    /**
     * Makes the parcels, plans the next time and writes the diary, together.
     *
     * @return false if something else is planned than was expected: somebody was here before
     */
    boolean materialise(Round round);
}
