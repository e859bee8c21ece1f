package throughline.core.assistant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.decision.ReadTripwire;
import throughline.core.decision.Wire;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Tripwire;

/** Says what brings a decision back. */
final class Revisit implements Command {
    private static final Usage USAGE = Usage.of(
            "revisit",
            "<decision> <figure or day>",
            "Say what brings a decision back: O1-KR1 > 30 %, or a day",
            Intent.DECISION);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String[] parts = request.whole().strip().split("\\s+", 2);
        Optional<Receipt> receipt = request.roadmap().beside(parts[0], Receipt.class);
        if (receipt.isEmpty()) {
            return request.tell(
                    Card.of(
                            "Which decision? Type " + USAGE.typed() + ".",
                            Block.Buttons.of(Actions.askFirst("Decisions", "decisions"))),
                    Answer.of(Intent.DECISION));
        }
        if (!request.person().keepsRoadmap()) {
            return tell(
                    request,
                    receipt.get(),
                    Card.of("Only a PM says what brings " + receipt.get().id() + " back, so nothing was changed."));
        }
        String typed = request.input(CaseCard.TRIPWIRE).isEmpty()
                ? (parts.length > 1 ? parts[1] : "")
                : request.input(CaseCard.TRIPWIRE);
        return typed.isBlank()
                ? tell(request, receipt.get(), form(receipt.get(), "", Optional.empty()))
                : read(request, receipt.get(), typed);
    }

    private static Turn read(Request request, Receipt receipt, String typed) {
        if (!receipt.isWatched() && !receipt.isPending()) {
            return tell(
                    request,
                    receipt,
                    Card.of(
                            receipt.id() + " is no longer in force, so nothing brings it back.",
                            Block.Buttons.of(Actions.ask("See " + receipt.id(), "show " + receipt.id()))));
        }
        ReadTripwire.Read read = Decide.reading(
                        request,
                        receipt.request()
                                .flatMap(id -> request.roadmap().find(id, FeatureRequest.class))
                                .flatMap(FeatureRequest::keyResult))
                .of(typed);
        if (read instanceof ReadTripwire.Read.Problem problem) {
            return tell(request, receipt, form(receipt, typed, Optional.of(problem.words())));
        }
        Tripwire tripwire = ((ReadTripwire.Read.Understood) read).tripwire();
        Change change = Change.edited(receipt, Receipt.TRIPWIRE, Optional.of(tripwire));
        return tell(
                        request,
                        receipt,
                        Card.of(
                                receipt.id() + " comes back " + new Wire(request.roadmap(), tripwire).told() + ".",
                                Block.Buttons.of(Actions.ask("See " + receipt.id(), "show " + receipt.id()))))
                .recording(List.of(change), Set.of(receipt.id().text()), Optional.empty());
    }

    private static Card form(Receipt receipt, String typed, Optional<String> problem) {
        Field field =
                Field.text(CaseCard.TRIPWIRE, "Revisit if", true).hinting("O1-KR1 > 30 % by 2027-03-31, or a day");
        Block.Form form = new Block.Form(
                List.of(typed.isEmpty() ? field : field.startingWith(typed)),
                Button.primary(Actions.FILL, "Save", "revisit " + receipt.id()),
                Optional.empty());
        return Card.of(
                "What brings " + receipt.id() + " back?",
                new Block.Text(Prose.of(receipt.title())),
                problem.map(words -> form.with(Map.of(CaseCard.TRIPWIRE, words)))
                        .orElse(form));
    }

    private static Turn tell(Request request, Receipt receipt, Card card) {
        return request.tell(card, Answer.about(Intent.DECISION, receipt.id()));
    }
}
