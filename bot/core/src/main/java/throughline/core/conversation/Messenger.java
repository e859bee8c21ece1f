package throughline.core.conversation;

import java.util.Optional;
import throughline.core.people.Account;

/** Speaks on one platform. Never retries by itself: only the outbox and deliveries do. */
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
     * Where an account is spoken to in private, for what nobody there asked for just now. May ask the platform.
     *
     * @param near where something was said just now, on whatever platform
     * @return empty if it cannot be reached, or is of another platform
     */
    Optional<Place> direct(Account account, Place near);

    /**
     * A place where nobody wrote just now, with who reads along there. May ask the platform; if it does not tell, the reach is
     * unknown.
     */
    default Place inspect(Place place) {
        return place.with(Place.Reach.UNKNOWN);
    }

    /**
     * The reply in the platform's form; pure.
     *
     * @param id of the posting that it becomes, so that what is tapped on it can be told from what is tapped on others
     */
    String draw(Reply reply, String id);

    /**
     * Told after a form did its work, so that nobody sends it once more. Platforms that close forms by themselves need not care.
     *
     * @param form the input with what was filled in
     */
    default void taken(Incoming form) {}

    /**
     * Whether a {@linkplain throughline.core.delivery.Carrier carrier} of this platform carries it to the same place and finds it there: then
     * deliveries take over what is not known to have been sent.
     */
    default boolean isFoundAgain(Posting posting) {
        return false;
    }

    /** Sends a message. A posting that was already sent, by its id, is not sent again where the platform can tell. */
    void post(Posting posting);
}
