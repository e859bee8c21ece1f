package throughline.adapter.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button's {@code action_id} says: {@code <action>:<posting>:<n>}. The number makes it unique in its message.
 *
 * @param posting the id of the message that has the button
 */
record ActionId(String action, String posting) {
    private static final Pattern WRITTEN = Pattern.compile("([^:]+):(.*):\\d+", Pattern.DOTALL);

    /** Empty if it is none of ours. */
    static Optional<ActionId> read(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches() ? Optional.of(new ActionId(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
