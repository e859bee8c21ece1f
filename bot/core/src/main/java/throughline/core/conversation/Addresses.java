package throughline.core.conversation;

import java.util.Optional;

/** How to reach places and persons on platforms that tell it only when somebody writes to the bot. */
public interface Addresses {
    /**
     * Keeps an address, instead of the one that was known before.
     *
     * @param whom the platform's name for a place or a person
     * @param address in the platform's own form, opaque here
     */
    void learn(String platform, String whom, String address);

    /** The address that was learned last. */
    Optional<String> find(String platform, String whom);
}
