package throughline.adapter.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** JSON as text and as trees. The local chat's shapes are written out by hand, so that renaming a class changes none. */
final class Json {
    /** Of everything that the local chat sends and keeps. */
    static final int VERSION = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode array(Collection<? extends JsonNode> elements) {
        return array().addAll(elements);
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /** What the local chat answers with: the version, then one thing. */
    static String envelope(String name, JsonNode content) {
        return object().put("v", VERSION).<ObjectNode>set(name, content).toString();
    }

    /** @throws IOException if the bytes are not one JSON value */
    static JsonNode read(byte[] bytes) throws IOException {
        return MAPPER.readTree(bytes);
    }

    /** Reads an object that this adapter wrote. */
    static ObjectNode own(String written) {
        try {
            return MAPPER.readValue(written, ObjectNode.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("a message of the local chat cannot be read", damaged);
        }
    }
}
