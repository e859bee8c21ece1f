package throughline.adapter.redis;

import throughline.core.conversation.Place;
import throughline.core.data.Datum;
import throughline.core.roadmap.Shape;

/** Where people talk, as a part of other stored values. */
final class PlaceJson {
    static final String KIND = "place";

    /** Version 2 knows places whose reach is unknown. */
    private static final int VERSION = 2;

    private PlaceJson() {}

    static Datum.Mapping write(Place place) {
        return Stored.begin(KIND, VERSION)
                .put("platform", place.platform())
                .put("channel", place.channel())
                .put("thread", place.thread().map(Datum::text))
                .put("reach", Shape.written(place.reach()))
                .done();
    }

    static Place read(Datum datum) {
        Stored from = Stored.open(datum, KIND, VERSION);
        return new Place(
                from.text("platform"),
                from.text("channel"),
                from.find("thread"),
                Choices.read(Place.Reach.class, "reach", from));
    }
}
