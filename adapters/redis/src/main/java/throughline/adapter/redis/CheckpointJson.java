package throughline.adapter.redis;

import throughline.core.data.Datum;

/** What is known of a checkpoint without reading it, as stored. */
final class CheckpointJson {
    static final String KIND = "checkpoint";
    private static final int VERSION = 1;

    /**
     * A snapshot of an earlier state.
     *
     * @param history of which log
     */
    record Checkpoint(String history, Extent extent) {}

    private CheckpointJson() {}

    static String write(Checkpoint checkpoint) {
        return Json.write(Stored.begin(KIND, VERSION)
                .put("history", checkpoint.history())
                .put("facts", Datum.number(checkpoint.extent().facts()))
                .put("until", checkpoint.extent().until().toString())
                .done());
    }

    static Checkpoint read(String text) {
        Stored from = Stored.open(Json.read(text), KIND, VERSION);
        return new Checkpoint(from.text("history"), new Extent(from.number("facts"), from.instant("until")));
    }
}
