package throughline.core.assistant;

import java.util.Optional;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Receipt;

/** The product lead's word for a swap to which somebody objects. */
final class Overrule implements Command {
    private static final Usage USAGE =
            Usage.of("overrule", "<decision> because …", "Make a swap in spite of an objection", Intent.DECISION);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return Consulted.on(request, USAGE, Consulted.Whom.LEAD, Overrule::overruled);
    }

    private static Turn overruled(Consulted consulted) {
        Optional<String> reason = consulted.words();
        if (reason.isEmpty()) {
            return consulted.asking("Why all the same? Whoever objected reads it.", "Why", "overrule");
        }
        Receipt receipt = consulted.receipt();
        Turn turn = new Concluding(consulted.request(), consulted.held(), receipt)
                .after(consulted
                        .held()
                        .overruling(
                                receipt,
                                reason.get(),
                                consulted.request().person().id()));
        return Uphold.telling(consulted, turn, " overruled your objection to ", reason.get());
    }
}
