package throughline.core.assistant;

import java.util.Locale;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.question.Script;

/** What is said to a text that nobody can make sense of here, whatever it asks: too long, or not in English. */
final class Unreadable {
    /** No ticket or request is longer, in characters. */
    static final int LONGEST = 10_000;

    private Unreadable() {}

    static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    static Card tooLong(String text) {
        return Card.of(
                String.format(
                        Locale.ROOT,
                        "That is too long for me: %,d characters, of %,d at most.",
                        text.length(),
                        LONGEST),
                new Block.Text(Prose.of(
                        "Ask in one or two sentences. Of a ticket, its title and first paragraph are enough.")),
                Block.Buttons.of(Actions.ask("What can I ask?", "help")));
    }

    /** The answer to a question in another script, unless it is the name of something on the roadmap. */
    static Optional<Turn> inAnotherScript(Request request) {
        boolean isUnread = Script.isAnother(request.rest())
                && Names.in(request.roadmap()).find(request.rest()) instanceof Names.Found.Nothing;
        return isUnread ? Optional.of(request.say(anotherScript(), Answer.of(Intent.UNKNOWN))) : Optional.empty();
    }

    static Card anotherScript() {
        return Card.of(
                "I understand questions in English so far.",
                new Block.Text(
                        Prose.of("Ask me in English what is in Now, Next or Later, why, when, who owns it, and which"
                                + " OKR it serves. Names and ids work in any language, such as /roadmap why I3.")),
                Block.Buttons.of(Actions.askFirst("Show Now", "now"), Actions.ask("What can I ask?", "help")));
    }
}
