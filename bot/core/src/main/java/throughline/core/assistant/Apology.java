package throughline.core.assistant;

import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;

/** What is said when something went wrong on our side. */
final class Apology {
    private Apology() {}

    static Card broken(String code) {
        return Card.of(
                "Something broke on our side and nothing was changed.",
                new Block.Text(Prose.of("Code " + code + "; your admin finds it in the log.")));
    }

    static Card tooBusy() {
        return Card.of(
                "Others were changing the same things just now, so nothing was changed.",
                new Block.Text(Prose.of("Please send it again.")));
    }

    static Card kept() {
        return Card.of(
                "Others are changing the same things just now, so this is not answered yet.",
                new Block.Text(
                        Prose.of("It is kept and answered as soon as it can be; there is no need to send it again.")));
    }
}
