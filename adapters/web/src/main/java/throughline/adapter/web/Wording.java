package throughline.adapter.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throughline.core.conversation.Input;
import throughline.core.conversation.Input.Manner;

/**
 * What somebody typed, as the bot is to hear it. Everything typed in the local chat is for the bot, since nobody else is
 * there to talk to: a mention is welcome and not needed.
 */
final class Wording {
    private static final Pattern COMMAND =
            Pattern.compile("^/(?:roadmap|throughline)(?=\\s|$)", Pattern.CASE_INSENSITIVE);

    /** Not inside an address or a longer name. */
    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\p{L}\\p{N}._@-])@throughline(?![\\p{L}\\p{N}_-]|\\.\\p{L})[,:]?\\s*", Pattern.CASE_INSENSITIVE);

    private Wording() {}

    static Input.Said heard(String typed) {
        String text = typed.strip();
        Matcher command = COMMAND.matcher(text);
        return command.find()
                ? new Input.Said(withoutMention(text.substring(command.end())), Manner.COMMAND)
                : new Input.Said(withoutCommand(withoutMention(text)), Manner.OPEN);
    }

    private static String withoutMention(String text) {
        return MENTION.matcher(text).replaceAll("").strip();
    }

    private static String withoutCommand(String text) {
        return COMMAND.matcher(text).replaceFirst("").strip();
    }
}
