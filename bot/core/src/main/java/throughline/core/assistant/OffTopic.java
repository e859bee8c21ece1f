package throughline.core.assistant;

import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;

/** What is said to something that no roadmap answers, such as a question about the weather. */
final class OffTopic implements Command {
    @Override
    public Usage usage() {
        return Usage.of("", "", "", Intent.OUT_OF_SCOPE);
    }

    @Override
    public Turn run(Request request) {
        return request.say(card(), Answer.of(Intent.OUT_OF_SCOPE));
    }

    static Card card() {
        return Card.of(
                "That one is not on any roadmap of mine; what we build, why and for which OKR is.",
                Block.Buttons.of(Actions.askFirst("Show Now", "now"), Actions.ask("What can I ask?", "help")));
    }
}
