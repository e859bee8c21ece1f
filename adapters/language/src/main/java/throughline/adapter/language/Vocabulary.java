package throughline.adapter.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The pieces of words that a model knows, each with its number. Immutable. */
final class Vocabulary {
    private final Map<String, Integer> numbers;

    Vocabulary(Map<String, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
    }

    /** Reads the vocabulary out of a {@code tokenizer.json} as Hugging Face writes it. */
    static Vocabulary read(InputStream tokenizer) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(tokenizer)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT && "vocab".equals(json.currentName())) {
                    return new Vocabulary(numbers(json));
                }
            }
        }
        throw new IOException("no vocabulary in the tokenizer's file");
    }

    private static Map<String, Integer> numbers(JsonParser json) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            numbers.put(json.currentName(), json.nextIntValue(0));
        }
        return numbers;
    }

    OptionalInt find(String piece) {
        Integer number = numbers.get(piece);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** @throws IllegalArgumentException if there is no such piece */
    int get(String piece) {
        return find(piece).orElseThrow(() -> new IllegalArgumentException("no " + piece + " in the vocabulary"));
    }
}
