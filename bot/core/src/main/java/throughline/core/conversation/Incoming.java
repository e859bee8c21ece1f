package throughline.core.conversation;

import java.time.Duration;
import throughline.core.people.Account;

/**
 * Something that came in from a platform.
 *
 * @param delivery unique to what the person did; the same one twice is one event delivered twice
 * @param returnPath where the platform wants the answer, if it gave such an address; opaque here, "" if there is none
 */
public record Incoming(String delivery, Speaker from, Place place, Input input, String returnPath) {
    private static final Duration REDELIVERED = Duration.ofHours(26);
    private static final Duration RESENT = Duration.ofMinutes(2);

    /**
     * How long a delivery must be known. What was said is redelivered for up to a day (Slack's Events API); a tap is only sent
     * again at once, and a person may well tap the same button again later.
     */
    public Duration knownFor() {
        return input instanceof Input.Tapped ? RESENT : REDELIVERED;
    }

    /** The same input, whose answer goes there. */
    public Incoming answeredAt(String address) {
        return new Incoming(delivery, from, place, input, address);
    }

    /** Whose account it came from. */
    public Account account() {
        return from.account();
    }
}
