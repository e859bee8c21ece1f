package throughline.core.assistant;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command, and the reason that was given with it: "I3 next because …". */
record Because(String text, Optional<String> reason) {
    private static final Pattern REASON =
            Pattern.compile("(?:^|[\\s;])because\\s+(?<reason>.+)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern AFTER_FIELDS =
            Pattern.compile(";\\s*because\\s+(?<reason>.+)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static Because in(String text) {
        return in(text, REASON);
    }

    /** Only after a semicolon: in the text of a field "because" is a word like others. */
    static Because afterFields(String text) {
        return in(text, AFTER_FIELDS);
    }

    private static Because in(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find()
                ? new Because(
                        text.substring(0, matcher.start()).strip(),
                        Optional.of(matcher.group("reason").strip()))
                : new Because(text.strip(), Optional.empty());
    }
}
