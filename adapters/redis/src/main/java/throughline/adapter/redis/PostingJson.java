package throughline.adapter.redis;

import java.util.Optional;
import throughline.core.conversation.Posting;
import throughline.core.data.Datum;

/** A message that is to be sent, as stored. */
final class PostingJson {
    static final String KIND = "posting";

    /** Version 2 has the return path, version 3 the message whose place it takes. */
    private static final int VERSION = 3;

    private PostingJson() {}

    static String write(Posting posting) {
        return Json.write(Stored.begin(KIND, VERSION)
                .put("id", posting.id())
                .put("place", PlaceJson.write(posting.place()))
                .put("recipient", posting.recipient())
                .put("payload", posting.payload())
                .put("return_path", posting.returnPath())
                .put(
                        "replaces",
                        Optional.of(posting.replaces())
                                .filter(id -> !id.isEmpty())
                                .map(Datum::text))
                .done());
    }

    static Posting read(String text) {
        Stored from = Stored.open(Json.read(text), KIND, VERSION);
        return new Posting(
                from.text("id"),
                PlaceJson.read(from.datum("place")),
                from.text("recipient"),
                from.text("payload"),
                from.find("return_path").orElse(""),
                from.find("replaces").orElse(""));
    }
}
