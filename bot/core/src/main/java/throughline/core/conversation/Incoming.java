package throughline.core.conversation;

import throughline.core.people.Account;

/**
 * Something that came in from a platform.
 *
 * @param delivery unique to what the person did; the same one twice is one event delivered twice
 * @param returnPath where the platform wants the answer, if it gave such an address; opaque here, "" if there is none
 */
public record Incoming(String delivery, Speaker from, Place place, Input input, String returnPath) {
    /** Whose account it came from. */
    public Account account() {
        return from.account();
    }
}
