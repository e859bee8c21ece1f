package throughline.core.delivery;

import java.time.Instant;
import throughline.core.conversation.Posting;

/**
 * A message that must arrive once.
 *
 * @param posting its id is the occurrence's name: another parcel with this id is the same one
 * @param due when it fell due, by the bot's clock
 * @param until after this it comes too late and is skipped, by the bot's clock
 */
public record Parcel(Posting posting, Instant due, Instant until) {
    public String id() {
        return posting.id();
    }

    public String platform() {
        return posting.place().platform();
    }
}
