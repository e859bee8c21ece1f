package throughline.core.conversation;

import java.util.List;

/** What was said in the local chat; other platforms keep their own history. */
public interface Transcript {
    /** @param id as in {@link Posting#id} */
    record Kept(String id, String message) {}

    /** Keeps a message, unless one with this id is already kept in the channel. Ids are kept in the order of arrival. */
    void keep(String channel, String id, String message);

    /** Puts a message in the place of the one with its id; does nothing if there is none. */
    void replace(String channel, String id, String message);

    /**
     * Messages of a channel, oldest first.
     *
     * @param after only those that came after the message with this id; "" or an unknown id gives all
     */
    List<Kept> since(String channel, String after);
}
