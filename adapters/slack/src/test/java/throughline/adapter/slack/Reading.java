package throughline.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a person reads in blocks. */
final class Reading {
    private Reading() {}

    static String of(JsonNode node) {
        if (node.path("text").isTextual()) {
            return shown(node);
        }
        return StreamSupport.stream(node.spliterator(), false).map(Reading::of).collect(Collectors.joining("\n"));
    }

    private static String shown(JsonNode text) {
        String words = text.get("text").asText();
        if (!text.get("type").asText().equals("mrkdwn")) {
            return words;
        }
        return words.replace("*", "")
                .replaceAll("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** The words, wherever lines break. */
    static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
