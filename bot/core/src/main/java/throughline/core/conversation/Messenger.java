package throughline.core.conversation;

/** Speaks on one platform. Never retries by itself: only the outbox does. */
public interface Messenger {
    /** As in {@link Place#platform}. */
    String platform();

    /**
     * The same input with what only the platform can tell: who is talking and who reads along. May ask the platform, so it is
     * called after the acknowledgement; if the platform does not tell, the person is unverified and the place's reach unknown.
     */
    default Incoming introduce(Incoming incoming) {
        return incoming;
    }

    /**
     * The reply in the platform's form; pure.
     *
     * @param id of the posting that it becomes, so that what is tapped on it can be told from what is tapped on others
     */
    String draw(Reply reply, String id);

    /** Sends a message. A posting that was already sent, by its id, is not sent again where the platform can tell. */
    void post(Posting posting);
}
