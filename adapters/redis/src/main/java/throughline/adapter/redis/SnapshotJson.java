package throughline.adapter.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import throughline.adapter.redis.FactsJson.StampJson;
import throughline.core.conversation.Version;
import throughline.core.data.Datum;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Roadmap.Placed;
import throughline.core.roadmap.Stamp;

/** A folded roadmap as stored, compressed; the compression's checksum tells what was damaged. */
final class SnapshotJson {
    static final String KIND = "snapshot";

    /** Version 2 has the extent. */
    private static final int VERSION = 2;

    private static final String ITEMS = "items";
    private static final String ITEM = "snapshot_item";

    /**
     * A roadmap and which facts it is folded from; people are not in it, because they must be forgettable.
     *
     * @param extent how many facts these are; the first form does not say it
     */
    record Frozen(Version version, Roadmap roadmap, Optional<Extent> extent) {}

    private SnapshotJson() {}

    static byte[] compressed(Frozen frozen) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
            write(frozen, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws Unreadable if it is damaged or of a newer version */
    static Frozen decompressed(byte[] bytes) {
        try (Reader in =
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8)) {
            return read(in);
        } catch (IOException | UncheckedIOException damaged) {
            throw new Unreadable("the snapshot is damaged: " + damaged.getMessage(), damaged);
        }
    }

    static void write(Frozen frozen, Writer out) {
        Datum.Mapping head = Stored.begin(KIND, VERSION)
                .put("history", frozen.version().history())
                .put("entry", frozen.version().entry())
                .put("facts", frozen.extent().map(extent -> Datum.number(extent.facts())))
                .put(
                        "until",
                        frozen.extent().map(extent -> Datum.text(extent.until().toString())))
                .put("organization", frozen.roadmap().organization())
                .done();
        Json.write(head, ITEMS, frozen.roadmap().stream().map(SnapshotJson::writeItem), out);
    }

    static Frozen read(Reader in) {
        Json.Parts<Placed> parts =
                Json.read(in, ITEMS, head -> Stored.open(head, KIND, VERSION), SnapshotJson::readItem);
        Stored head = Stored.open(parts.head(), KIND, VERSION);
        Version version = new Version(head.text("history"), head.text("entry"));
        Roadmap named = new Change.Named(head.text("organization"))
                .on(Roadmap.empty(), new Stamp(java.time.Instant.EPOCH, PersonId.BOT, ""));
        return new Frozen(version, named.withAll(parts.elements()), extent(head));
    }

    private static Optional<Extent> extent(Stored head) {
        return head.find("facts").map(facts -> new Extent(Long.parseLong(facts), head.instant("until")));
    }

    private static Datum writeItem(Placed placed) {
        Datum.Writer to = Datum.mapping();
        StampJson.write(placed.last(), to);
        ItemJson.write(placed.item(), to);
        return to.done();
    }

    private static Placed readItem(Datum datum) {
        if (!(datum instanceof Datum.Mapping body)) {
            throw new Unreadable("an item of the snapshot is " + datum.noun());
        }
        Stored from = new Stored(ITEM, body);
        return new Placed(ItemJson.read(from), StampJson.read(from));
    }
}
