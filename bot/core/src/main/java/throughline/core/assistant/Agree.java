package throughline.core.assistant;

import throughline.core.conversation.Turn;
import throughline.core.question.Intent;

/** Agrees that one's initiative goes out of Now for what was asked for; the swap is made at once if nothing else is missing. */
final class Agree implements Command {
    private static final Usage USAGE =
            Usage.of("agree", "<decision>", "Agree that your initiative makes room in Now", Intent.DECISION);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return Consulted.on(request, USAGE, Consulted.Whom.OWNER, Agree::agreed);
    }

    private static Turn agreed(Consulted consulted) {
        Request request = consulted.request();
        return new Concluding(request, consulted.held(), consulted.receipt())
                .after(consulted
                        .held()
                        .agreeing(
                                consulted.receipt(),
                                request.person().id(),
                                request.scene().today()));
    }
}
