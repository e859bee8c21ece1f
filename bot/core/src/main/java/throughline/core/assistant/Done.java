package throughline.core.assistant;

import java.util.Optional;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;

/** Says that an initiative is done. */
final class Done implements Command {
    private static final Usage USAGE =
            Usage.of("done", "<initiative> [because …]", "Say that an initiative is done", Intent.MOVE);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Because given = Because.in(request.whole());
        Named named = Named.in(
                request.roadmap(),
                Moving.among(request),
                given.text(),
                given.text().length());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Initiative bet = (Initiative) named.item().get();
        return Ownership.may(request.person(), bet.kind(), Optional.of(bet))
                ? new Moving(request, bet, Horizon.DONE).recorded(given.reason())
                : Ownership.instead(request, bet.kind(), Optional.of(bet), Intent.MOVE);
    }
}
