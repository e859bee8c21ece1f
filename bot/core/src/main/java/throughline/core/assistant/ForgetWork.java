package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Precedent;
import throughline.core.view.Phrases;

/** Takes back what was recorded about work that is not on the roadmap, at once: undoing it records it again. */
final class ForgetWork implements Command {
    private static final Usage USAGE = Usage.of(
            "forget", "<record>", "Take back what was recorded about work, by its id such as L3", Intent.RECORD);

    /** The command that takes back this record. It says the work, since the id may have been given to another one later. */
    static String command(Precedent precedent) {
        return "forget " + precedent.id() + ": " + precedent.title();
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        if (ForgetPerson.isSelf(request.rest())) {
            return ForgetPerson.self(request);
        }
        String[] parts = request.whole().split("[\\s:]+", 2);
        String work = parts.length > 1 ? parts[1] : "";
        return request.roadmap()
                .precedent(parts[0])
                .filter(found -> work.isBlank() || found.isOf(work))
                .map(found -> about(request, found))
                // "Forget it" ends up here too, whoever says it.
                .orElseGet(() -> request.tell(Card.of(unknown(parts[0], work)), Answer.of(Intent.RECORD)));
    }

    private static String unknown(String id, String work) {
        if (id.isBlank()) {
            return "Which record? Type " + USAGE.typed() + ", for example: forget L3.";
        }
        String record = work.isBlank()
                ? "called " + Phrases.quoted(Phrases.clipped(id))
                : Phrases.quoted(Phrases.clipped(id)) + " of this work";
        return "I find no record " + record + ", so nothing was changed.";
    }

    private static Turn about(Request request, Precedent precedent) {
        if (!request.person().keepsRoadmap()) {
            return Ownership.instead(
                    request, Kind.PRECEDENT, Target.objective(request.roadmap(), precedent.objective()), Intent.RECORD);
        }
        return request.tellThere(taken(precedent), Answer.about(Intent.RECORD, precedent.id()))
                .recording(
                        List.of(new Change.Removed(precedent)),
                        Set.of(precedent.id().text()),
                        Optional.empty());
    }

    private static Card taken(Precedent precedent) {
        return Card.of(
                "Taken back: that " + Phrases.serving(precedent) + " (" + precedent.id() + ").",
                Block.Buttons.of(Actions.ask("Undo", RecordWork.command(Target.typed(precedent), precedent.title()))));
    }
}
