package throughline.core.assistant;

import java.time.Duration;
import java.time.Instant;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.ritual.Sync;

/** What product and engineering leads look at together, at any time. */
final class ShowSync implements Command {
    private static final Usage USAGE = Usage.of(
            "sync",
            "",
            "Where teams wait for each other or read things differently, what moved within a month, and who has too much",
            Intent.SYNC);
    private static final Duration MONTH = Duration.ofDays(31);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        Instant now = request.scene().now();
        Sync sync = Sync.of(request.roadmap(), request.scene().history(), now.minus(MONTH), now);
        int most = request.all() ? Request.MOST / Request.ROWS : Request.ROWS;
        return request.tell(new SyncCard(sync, request.scene().people()).card(most), Answer.of(Intent.SYNC));
    }
}
