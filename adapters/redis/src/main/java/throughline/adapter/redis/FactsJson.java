package throughline.adapter.redis;

import java.io.StringReader;
import java.util.Optional;
import throughline.core.data.Datum;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Stamp;

/** The facts of one commit as stored: one entry of the log. */
final class FactsJson {
    static final String KIND = "facts";
    private static final int VERSION = 1;
    private static final String CHANGES = "changes";

    private FactsJson() {}

    /** @throws IllegalArgumentException if the facts could not be read again: a log must never hold such */
    static String write(ChangeSet facts) {
        Datum.Writer head = Stored.begin(KIND, VERSION);
        StampJson.write(facts.stamp(), head);
        head.put("why", facts.why().map(Datum::text));
        return Json.write(head.done(), CHANGES, facts.changes().stream().map(FactsJson::readable));
    }

    private static Datum readable(Change change) {
        Datum datum = ChangeJson.write(change);
        try {
            ChangeJson.read(datum);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException("a fact that cannot be stored: " + unreadable.getMessage(), unreadable);
        }
        return datum;
    }

    /** The facts about one item only; the others are passed over, however many they are. */
    static ChangeSet readAbout(String text, ItemId item) {
        Json.Parts<Optional<Change>> parts = Json.read(
                new StringReader(text),
                CHANGES,
                head -> Stored.open(head, KIND, VERSION),
                datum -> ChangeJson.isAbout(datum, item) ? Optional.of(ChangeJson.read(datum)) : Optional.empty());
        Stored head = Stored.open(parts.head(), KIND, VERSION);
        return new ChangeSet(
                StampJson.read(head),
                head.find("why"),
                parts.elements().stream().flatMap(Optional::stream).toList());
    }

    static ChangeSet read(String text) {
        Json.Parts<Change> parts =
                Json.read(new StringReader(text), CHANGES, head -> Stored.open(head, KIND, VERSION), ChangeJson::read);
        Stored head = Stored.open(parts.head(), KIND, VERSION);
        return new ChangeSet(StampJson.read(head), head.find("why"), parts.elements());
    }

    /** When, by whom and through what, as entries of another stored value. */
    static final class StampJson {
        private StampJson() {}

        static void write(Stamp stamp, Datum.Writer to) {
            to.put("at", stamp.at().toString()).put("by", stamp.by().text()).put("via", stamp.via());
        }

        static Stamp read(Stored from) {
            return new Stamp(from.instant("at"), new PersonId(from.text("by")), from.text("via"));
        }
    }
}
