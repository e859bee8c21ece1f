package throughline.adapter.files;

import java.util.Map;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import throughline.core.data.Datum.Scalar;
import throughline.core.data.Spot;

/** Single values: the text as it was written, and what the core schema takes it for. */
final class Scalars {
    static final String MAP = Tag.MAP.getValue();
    static final String SEQ = Tag.SEQ.getValue();
    private static final Map<String, Scalar.Type> TYPES = Map.of(
            "!",
            Scalar.Type.TEXT,
            Tag.STR.getValue(),
            Scalar.Type.TEXT,
            Tag.INT.getValue(),
            Scalar.Type.NUMBER,
            Tag.FLOAT.getValue(),
            Scalar.Type.NUMBER,
            Tag.BOOL.getValue(),
            Scalar.Type.FLAG,
            Tag.NULL.getValue(),
            Scalar.Type.NOTHING);

    private final ScalarResolver resolver = new CoreSchema().getScalarResolver();
    private final Shared texts;

    Scalars(Shared texts) {
        this.texts = texts;
    }

    Scalar read(ScalarEvent event, Spot spot) {
        String tag = event.getTag()
                .orElseGet(() ->
                        resolver.resolve(event.getValue(), event.isPlain()).getValue());
        refuseUnless(TYPES.containsKey(tag), tag, spot);
        return new Scalar(texts.of(event.getValue()), TYPES.getOrDefault(tag, Scalar.Type.TEXT), spot);
    }

    static void refuseUnless(boolean fine, String tag, Spot spot) {
        if (!fine) {
            throw new Refused(spot, "the tag “" + tag + "” means nothing here; remove it");
        }
    }
}
