package throughline.adapter.redis;

import throughline.core.conversation.Transcript.Kept;

/** A message of the local chat as stored. */
final class KeptJson {
    static final String KIND = "kept";
    private static final int VERSION = 1;

    private KeptJson() {}

    static String write(Kept kept) {
        return Json.write(Stored.begin(KIND, VERSION)
                .put("id", kept.id())
                .put("message", kept.message())
                .done());
    }

    static Kept read(String text) {
        Stored from = Stored.open(Json.read(text), KIND, VERSION);
        return new Kept(from.text("id"), from.text("message"));
    }
}
