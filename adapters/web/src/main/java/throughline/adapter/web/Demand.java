package throughline.adapter.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a request, read field by field; whatever does not fit is told with what to send instead. */
final class Demand {
    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 40_000;

    private final JsonNode body;

    private Demand(JsonNode body) {
        this.body = body;
    }

    static Demand read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "Send at most 1 MiB in one request.");
        }
        JsonNode body = parsed(bytes);
        if (!body.isObject()) {
            throw Refusal.of("Send one JSON object, such as {\"person\":\"ana\",\"channel\":\"dm\",\"text\":\"now\"}.");
        }
        return new Demand(body);
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (IOException malformed) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "The body is not valid JSON: check its quotes, commas and brackets.");
        }
    }

    /** @param hint ends "Send …" with what the field is for */
    String required(String field, String hint) {
        return optional(field)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Refusal.of("Send \"" + field + "\": " + hint + "."));
    }

    String name(String field, String hint) {
        return shortEnough(field, required(field, hint));
    }

    Optional<String> optionalName(String field) {
        return optional(field)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> shortEnough(field, text));
    }

    static String shortEnough(String field, String text) {
        if (text.strip().length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of("Shorten \"" + field + "\" to " + LONGEST_NAME + " visible characters in one line.");
        }
        return text.strip();
    }

    Optional<String> optional(String field) {
        return scalar(field, body.path(field)).map(text -> limited(field, text));
    }

    /** Field ids with what was filled in; each value may be a text, a number, yes or no, or a list of such. */
    Map<String, List<String>> inputs() {
        JsonNode inputs = body.path("inputs");
        if (!inputs.isObject() && !inputs.isMissingNode() && !inputs.isNull()) {
            throw Refusal.of("Send \"inputs\" as an object of field ids with their values.");
        }
        Map<String, List<String>> filled = new LinkedHashMap<>();
        inputs.properties().forEach(input -> filled.put(input.getKey(), values(input.getKey(), input.getValue())));
        return filled;
    }

    private static List<String> values(String field, JsonNode value) {
        List<String> values = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : Json.array(List.of(value))) {
            scalar(field, one).map(text -> limited(field, text)).ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    private static Optional<String> scalar(String field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            throw Refusal.of("Send \"" + field + "\" as a text.");
        }
        return Optional.of(readable(value.asText()));
    }

    /** Half a character becomes a question mark: it has no form in UTF-8 and breaks an answer that quotes it. */
    private static String readable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String limited(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.of("Shorten \"" + field + "\" to 40,000 characters, or send it in parts.");
        }
        return text;
    }
}
