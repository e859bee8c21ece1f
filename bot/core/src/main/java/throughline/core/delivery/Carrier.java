package throughline.core.delivery;

import java.time.Instant;
import java.util.List;
import throughline.core.conversation.Posting;

/** Carries messages to one platform. Each call is tried once: a repetition inside would be a second message. */
public interface Carrier {
    /** As in {@link throughline.core.conversation.Place#platform}. */
    String platform();

    /** What the platform lets us say there; each must allow it. */
    List<Allowance> toSend(Posting posting);

    /** What the platform lets us ask there. */
    List<Allowance> toLook(Posting posting);

    /** Sends it, with its id where {@link #look} finds it. Nothing leaves once the permit is closed. */
    Outcome send(Posting posting, Permit permit);

    /** Looks for copies of it; nothing is asked once the permit is closed. */
    Sighting look(Posting posting, Instant since, Permit permit);

    /** Deletes a message, unless the permit is closed; one that is gone already is accepted. */
    Outcome takeBack(Posting posting, String id, Permit permit);

    /** Puts this in the place of what was sent as {@code id}. */
    Outcome update(Posting posting, String id);
}
