package throughline.adapter.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import throughline.core.data.Datum;

/** Plain trees as JSON. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static JsonNode node(Datum datum) {
        if (datum instanceof Datum.Mapping mapping) {
            ObjectNode node = NODES.objectNode();
            mapping.entries().forEach((key, value) -> node.set(key.text(), node(value)));
            return node;
        }
        if (datum instanceof Datum.Sequence sequence) {
            ArrayNode node = NODES.arrayNode();
            sequence.elements().forEach(element -> node.add(node(element)));
            return node;
        }
        Datum.Scalar scalar = (Datum.Scalar) datum;
        return switch (scalar.type()) {
            case TEXT -> NODES.textNode(scalar.text());
            case NUMBER -> NODES.numberNode(new BigDecimal(scalar.text()));
            case FLAG -> NODES.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> NODES.nullNode();
        };
    }

    static String text(Datum datum) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(node(datum)) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
