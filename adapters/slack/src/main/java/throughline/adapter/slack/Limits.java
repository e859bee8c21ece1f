package throughline.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What Slack accepts (docs.slack.dev, Block Kit reference), counted in UTF-16 units. A message beyond them is refused as a
 * whole with {@code invalid_blocks} or {@code msg_blocks_too_long}.
 */
final class Limits {
    static final int MESSAGE_BLOCKS = 50;
    static final int MODAL_BLOCKS = 100;

    /** All words of the blocks together; Slack refuses from about 13,200. */
    static final int CHARACTERS = 12_000;

    /** What a notification and a screen reader get. */
    static final int FALLBACK = 3_000;

    static final int SECTION = 3_000;
    static final int CONTEXT = 2_000;
    static final int FIELD = 2_000;
    static final int FIELDS = 10;
    static final int ROW = 1_000;
    static final int BUTTON = 75;
    static final int VALUE = 2_000;
    static final int IDENTIFIER = 255;
    static final int LABEL = 2_000;
    static final int INITIAL = 3_000;
    static final int OPTIONS = 100;
    static final int OPTION = 75;
    static final int RADIOS = 10;
    static final int TITLE = 24;
    static final int METADATA = 3_000;

    private Limits() {}

    /** The length of all the words in the blocks; the names of their types do not count. */
    static int characters(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().length();
        }
        int sum = 0;
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            sum += child.getKey().equals("type") ? 0 : characters(child.getValue());
        }
        if (node.isArray()) {
            for (JsonNode child : node) {
                sum += characters(child);
            }
        }
        return sum;
    }
}
