package throughline.core.conversation;

import throughline.core.people.Account;

/**
 * Something that came in from a platform.
 *
 * @param delivery unique to what the person did; the same one twice is one event delivered twice
 * @param name what the platform calls the person, for a first contact
 */
public record Incoming(String delivery, Account from, String name, Place place, Input input) {}
