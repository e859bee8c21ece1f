package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.conversation.Input;
import throughline.core.conversation.Input.Manner;

/** What somebody wrote, as the bot is to hear it: without its own name and without markup. */
final class Wording {
    private static final Pattern COMMAND =
            Pattern.compile("^/(?:roadmap|throughline)(?=\\s|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK =
            Pattern.compile("</?(?:br|p|div|li|ul|ol)\\b[^<>]{0,500}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKUP =
            Pattern.compile("</?(?:at|a|b|code|em|i|pre|s|span|strong|u)\\b[^<>]{0,500}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(?:amp|lt|gt|quot|apos|nbsp|#39|#160);");
    private static final Map<String, String> ENTITIES = Map.of(
            "&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'", "&#39;", "'", "&nbsp;", " ",
            "&#160;", " ");

    private Wording() {}

    static Input.Said heard(Arrival message) {
        String text = plain(withoutBot(message));
        Matcher command = COMMAND.matcher(text);
        return command.find()
                ? new Input.Said(text.substring(command.end()).strip(), Manner.COMMAND)
                : new Input.Said(text, Manner.OPEN);
    }

    private static String withoutBot(Arrival message) {
        String text = message.text("/text");
        for (JsonNode entity : message.json().path("entities")) {
            String mention = entity.path("text").asText();
            if (entity.path("type").asText().equals("mention")
                    && !mention.isEmpty()
                    && entity.at("/mentioned/id").asText().equals(message.bot())) {
                text = text.replace(mention, " ");
            }
        }
        return text;
    }

    /** Without markup. */
    static String plain(String text) {
        String unmarked = MARKUP.matcher(BREAK.matcher(text).replaceAll(" ")).replaceAll("");
        return ENTITY.matcher(unmarked)
                .replaceAll(found -> Matcher.quoteReplacement(ENTITIES.getOrDefault(found.group(), " ")))
                .replace('\u00a0', ' ')
                .strip();
    }
}
