package throughline.adapter.redis;

import throughline.core.conversation.Posting;

/** A message that is to be sent, as stored. */
final class PostingJson {
    static final String KIND = "posting";
    private static final int VERSION = 1;

    private PostingJson() {}

    static String write(Posting posting) {
        return Json.write(Stored.begin(KIND, VERSION)
                .put("id", posting.id())
                .put("place", PlaceJson.write(posting.place()))
                .put("recipient", posting.recipient())
                .put("payload", posting.payload())
                .done());
    }

    static Posting read(String text) {
        Stored from = Stored.open(Json.read(text), KIND, VERSION);
        return new Posting(
                from.text("id"), PlaceJson.read(from.datum("place")), from.text("recipient"), from.text("payload"));
    }
}
