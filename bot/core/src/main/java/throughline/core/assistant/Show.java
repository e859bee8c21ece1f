package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Team;
import throughline.core.view.ItemView;
import throughline.core.view.Phrases;

/** Everything that is recorded about one thing. */
final class Show implements Command {
    private static final Usage USAGE = Usage.of(
                    "show", "<name or id>", "Where it stands and everything recorded about it", Intent.STATUS_OF)
            .or("status");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        return decided(request)
                .orElseGet(() ->
                        new Subject(request, USAGE).answer(Names.in(request.roadmap()), item -> shown(request, item)));
    }

    /** What is kept beside the roadmap is only shown by its id. */
    private static Optional<Turn> decided(Request request) {
        String id = request.rest().strip();
        Optional<Turn> receipt = request.roadmap()
                .beside(id, Receipt.class)
                .map(found -> request.say(
                        new ReceiptCard(request.scene(), found).whole(), Answer.about(Intent.DECISION, found.id())));
        return receipt.or(
                () -> request.roadmap().beside(id, FeatureRequest.class).map(found -> requested(request, found)));
    }

    private static Turn requested(Request request, FeatureRequest found) {
        Case held = new Case(request.roadmap(), found);
        Card card = new Card(
                Prose.strong(Phrases.named(found) + " " + stands(held.stage())),
                List.of(new Block.Facts(new CaseCard(request.scene(), held).facts())));
        List<Button> buttons = new ArrayList<>();
        held.standing().ifPresent(receipt -> buttons.add(Actions.ask("See " + receipt.id(), "show " + receipt.id())));
        buttons.add(Actions.ask("Decide", "decide " + found.id() + (held.isOpen() ? "" : " again")));
        return request.say(card.with(new Block.Buttons(buttons)), Answer.about(Intent.STATUS_OF, found.id()));
    }

    private static String stands(Case.Stage stage) {
        if (stage instanceof Case.Stage.Undecided undecided) {
            return undecided.before().isPresent() ? "came back and waits for a decision." : "waits for a decision.";
        }
        if (stage instanceof Case.Stage.Withdrawn) {
            return "was withdrawn.";
        }
        return stage instanceof Case.Stage.Decided decided
                ? "is decided (" + decided.receipt().id() + ")."
                : "waits for an answer to a swap.";
    }

    private static Turn shown(Request request, Item item) {
        if (item instanceof Team team) {
            return TeamWork.of(request, team);
        }
        Card card = new ItemView(request.scene()).of(item, request.rows());
        return request.say(card.with(buttons(item)), Subject.about(Intent.STATUS_OF, item));
    }

    private static Block.Buttons buttons(Item item) {
        return item instanceof Initiative
                ? Block.Buttons.of(
                        Actions.ask("Which OKR?", "which-okr " + item.id()),
                        Actions.ask("Why this?", "why " + item.id()),
                        WatchItem.button(item))
                : Block.Buttons.of(Actions.ask("Show OKRs", "okrs"));
    }
}
