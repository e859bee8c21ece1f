package throughline.core.conversation;

import java.util.Optional;
import throughline.core.card.Card;
import throughline.core.question.Answer;

/** Something to say where the input came from. */
public record Reply(Visibility visibility, Card card, Optional<Answer> answer) {
    /** Who sees a reply in a channel. */
    public enum Visibility {
        PUBLIC,
        /** Only the person whose input is answered. */
        PRIVATE
    }
}
