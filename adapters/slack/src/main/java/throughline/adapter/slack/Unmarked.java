package throughline.adapter.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person wrote, without Slack's markup. */
final class Unmarked {
    private static final Pattern REFERENCE = Pattern.compile("<([^<>]*)>");
    private static final Pattern MENTION = Pattern.compile("<@[^<>]*>");

    private Unmarked() {}

    /** @param bot the bot's user id; if it is "", the first mention is taken for the bot's */
    static String said(String marked, String bot) {
        Pattern own = bot.isEmpty() ? MENTION : Pattern.compile("<@" + Pattern.quote(bot) + "(\\|[^<>]*)?>");
        Matcher matcher = own.matcher(marked);
        return of(bot.isEmpty() ? matcher.replaceFirst(" ") : matcher.replaceAll(" "));
    }

    static String of(String marked) {
        String readable = REFERENCE
                .matcher(marked)
                .replaceAll(reference -> Matcher.quoteReplacement(readable(reference.group(1))));
        return readable.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private static String readable(String reference) {
        int bar = reference.indexOf('|');
        String target = bar < 0 ? reference : reference.substring(0, bar);
        String label = bar < 0 ? "" : reference.substring(bar + 1);
        String shown = label.isEmpty() ? target : label;
        if (target.startsWith("@")) {
            return label.isEmpty() || label.startsWith("@") ? shown : "@" + label;
        }
        if (target.startsWith("#")) {
            return label.isEmpty() || label.startsWith("#") ? shown : "#" + label;
        }
        if (target.startsWith("!")) {
            return label.isEmpty() ? "@" + target.substring(1) : label;
        }
        return shown;
    }
}
