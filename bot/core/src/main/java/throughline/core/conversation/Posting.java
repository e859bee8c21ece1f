package throughline.core.conversation;

/**
 * A message, drawn for its platform and ready to be sent, byte for byte.
 *
 * @param id unique; the same for the same input and position, so that a messenger can tell a repetition
 * @param recipient the account that alone sees it, or "" if everybody there does
 * @param payload as {@link Messenger#draw} made it
 * @param returnPath as in {@link Incoming}, of the input that it answers
 * @param replaces the id of the posting whose place it takes, or "" for a message of its own
 */
public record Posting(String id, Place place, String recipient, String payload, String returnPath, String replaces) {
    /** A message of its own. */
    public Posting(String id, Place place, String recipient, String payload, String returnPath) {
        this(id, place, recipient, payload, returnPath, "");
    }

    /** Whether it takes the place of an earlier message. */
    public boolean isUpdate() {
        return !replaces.isEmpty();
    }
}
