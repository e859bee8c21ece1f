package throughline.core.assistant;

import java.util.List;
import throughline.core.card.Block;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;

/** Turns with a word more. */
final class Replies {
    private Replies() {}

    /** The same turn, whose replies end with one more block. */
    static Turn with(Turn turn, Block more) {
        List<Reply> replies = turn.replies().stream()
                .map(reply -> new Reply(reply.visibility(), reply.card().with(more), reply.answer()))
                .toList();
        return new Turn(turn.next(), turn.changes(), replies, turn.reliedOn(), turn.why());
    }
}
