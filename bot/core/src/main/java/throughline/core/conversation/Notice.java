package throughline.core.conversation;

import java.util.Optional;
import throughline.core.card.Card;
import throughline.core.people.PersonId;

/**
 * Something to say to a person who did not write just now, in private. Nobody gets a notice of what they did themselves.
 *
 * @param unreached what is said instead of the turn's replies if the person cannot be reached; empty to say the same
 */
public record Notice(PersonId to, Card card, Optional<Reply> unreached) {}
