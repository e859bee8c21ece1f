package throughline.core.conversation;

import java.util.Optional;

/**
 * Where people talk.
 *
 * @param channel the platform's id of a channel or of a direct conversation
 * @param thread the message that a thread hangs on
 */
public record Place(String platform, String channel, Optional<String> thread, Reach reach) {
    /** Who reads along. */
    public enum Reach {
        /** One person and the bot. */
        DIRECT,
        /** Members of the organization. */
        INTERNAL,
        /** Guests or another organization too: only the public view is given there. */
        EXTERNAL,
        /** The platform did not tell: nothing but the public view is said to everybody there, as in an external place. */
        UNKNOWN
    }

    /** As facts tell it: {@code local:#growth}. */
    public String written() {
        return platform + ":" + channel;
    }

    /** The same place, with who reads along as it turned out to be. */
    public Place with(Reach actual) {
        return new Place(platform, channel, thread, actual);
    }

    public boolean isDirect() {
        return reach == Reach.DIRECT;
    }
}
