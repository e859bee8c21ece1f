package throughline.core.conversation;

import java.util.Optional;

/**
 * Where people talk.
 *
 * @param channel the platform's id of a channel or of a direct conversation
 * @param thread the message that a thread hangs on
 * @param name what people call the channel, such as {@code #growth}; empty if the platform did not tell
 */
public record Place(String platform, String channel, Optional<String> thread, Reach reach, Optional<String> name) {
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

    /** One whose platform did not tell its name. */
    public Place(String platform, String channel, Optional<String> thread, Reach reach) {
        this(platform, channel, thread, reach, Optional.empty());
    }

    /** As facts tell it: {@code local:#growth}. */
    public String written() {
        return platform + ":" + channel;
    }

    /** The same place, with who reads along as it turned out to be. */
    public Place with(Reach actual) {
        return new Place(platform, channel, thread, actual, name);
    }

    /** The same place, with what people call it. */
    public Place called(Optional<String> actual) {
        return new Place(platform, channel, thread, reach, actual);
    }

    /** Whether somebody who wrote {@code other}, as {@link #written} does, with an id or a name, meant this place. */
    public boolean isWritten(String other) {
        return other.equals(written())
                || name.filter(called -> other.equalsIgnoreCase(platform + ":" + called))
                        .isPresent();
    }

    public boolean isDirect() {
        return reach == Reach.DIRECT;
    }
}
