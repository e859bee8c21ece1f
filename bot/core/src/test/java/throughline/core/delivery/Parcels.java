package throughline.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.conversation.Place;
import throughline.core.conversation.Posting;

/** Parcels for tests. */
public final class Parcels {
    public static final Instant MONDAY = Instant.parse("2026-11-23T08:30:00Z");
    public static final Instant NEXT = MONDAY.plusSeconds(604_800);
    public static final String RITUAL = "nudge:growth";

    private Parcels() {}

    public static Parcel parcel(String id) {
        Place growth = new Place("local", "#growth", Optional.empty(), Place.Reach.INTERNAL);
        return new Parcel(new Posting(id, growth, "", "{\"text\":\"“now”\"}", ""), MONDAY, MONDAY.plusSeconds(86_400));
    }

    /** What makes these, once the ritual is planned for Monday. */
    public static Schedule.Round round(String... ids) {
        return new Schedule.Round(
                RITUAL,
                MONDAY,
                List.of(ids).stream().map(Parcels::parcel).toList(),
                Map.of(),
                Optional.of(NEXT),
                Optional.empty());
    }
}
