package throughline.adapter.slack;

import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.conversation.Reply;

/** Things to say. */
final class Cards {
    private Cards() {}

    static Reply privately(String headline) {
        return new Reply(Reply.Visibility.PRIVATE, Card.of(headline), Optional.empty());
    }

    static Reply openly(String headline) {
        return new Reply(Reply.Visibility.PUBLIC, Card.of(headline), Optional.empty());
    }

    static Reply asking(String headline, String value, Optional<String> problem) {
        Block.Form form = new Block.Form(
                java.util.List.of(Field.text("metric", "Which metric", true)),
                Button.primary("fill", "Send", value),
                problem);
        return new Reply(Reply.Visibility.PRIVATE, Card.of(headline, form), Optional.empty());
    }

    static Reply wrong(String headline, String value, java.util.Map<String, String> problems) {
        Block.Form form = new Block.Form(
                java.util.List.of(
                        Field.text("metric", "Which metric", true), Field.text("target", "Which target", false)),
                Button.primary("fill", "Send", value),
                Optional.empty());
        return new Reply(Reply.Visibility.PRIVATE, Card.of(headline, form.with(problems)), Optional.empty());
    }
}
