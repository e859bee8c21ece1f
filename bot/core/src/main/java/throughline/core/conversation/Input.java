package throughline.core.conversation;

import java.util.List;
import java.util.Map;

/** What a person did. */
public sealed interface Input {
    /**
     * Wrote something.
     *
     * @param text without the bot's name or the slash command's
     * @param manner how it was addressed, which decides who sees the answer
     */
    record Said(String text, Manner manner) implements Input {}

    /**
     * Tapped a button, or sent a form.
     *
     * @param message the id of the message that has the button
     * @param inputs field id to what was filled in; one value except for fields of several choices
     */
    record Tapped(String action, String value, String message, Map<String, List<String>> inputs) implements Input {
        public Tapped {
            inputs = Map.copyOf(inputs);
        }

        /** The first value of a field, or "" if nothing was filled in. */
        public String input(String field) {
            return inputs.getOrDefault(field, List.of()).stream()
                    .findFirst()
                    .orElse("")
                    .strip();
        }
    }

    /** How somebody turned to the bot. */
    enum Manner {
        /** A slash command: only the asker sees the answer. */
        COMMAND,
        /** By name in a channel, or in a direct conversation: the answer is as public as the question. */
        OPEN
    }
}
