package throughline.adapter.web;

import java.util.Optional;
import throughline.core.conversation.Place;
import throughline.core.people.Account;

/**
 * A channel, or somebody's direct conversation with the bot: {@code dm} for its person, kept under the person's handle.
 *
 * @param stored the name in the transcript: {@code #growth}, {@code dm:maya}
 */
record Channel(String stored) {
    static final String DIRECT = "dm";
    private static final String DIRECT_OF = DIRECT + ":";

    /** @param name as the person sees it */
    static Channel named(String name, Handle asker) {
        return name.isEmpty() || name.equalsIgnoreCase(DIRECT) ? directOf(asker) : new Channel(name);
    }

    static Channel directOf(Handle person) {
        return new Channel(DIRECT_OF + person.text());
    }

    boolean isDirect() {
        return stored.startsWith(DIRECT_OF);
    }

    /** Whether somebody takes part: everybody does in a channel, one person in a direct conversation. */
    boolean isOpenTo(Handle person) {
        return !isDirect() || equals(directOf(person));
    }

    String shown() {
        return isDirect() ? DIRECT : stored;
    }

    Place place(Optional<String> thread) {
        return new Place(Account.LOCAL, stored, thread, isDirect() ? Place.Reach.DIRECT : Place.Reach.INTERNAL);
    }
}
