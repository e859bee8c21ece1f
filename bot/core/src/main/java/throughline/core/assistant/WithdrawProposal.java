package throughline.core.assistant;

import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Proposal;

/** Takes back what somebody proposed oneself. */
final class WithdrawProposal implements Command {
    private static final Usage USAGE =
            Usage.of("withdraw", "<proposal or request>", "Take back what you proposed or asked for", Intent.PROPOSAL);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return Talking.on(request)
                .map(Talking::withdraw)
                .orElseGet(() -> Decision.on(request, USAGE, true, WithdrawProposal::withdrawn));
    }

    private static Turn withdrawn(Decision decision) {
        Request request = decision.request();
        Proposal proposal = decision.proposal();
        ProposalCard card = new ProposalCard(request, proposal);
        Card told = Card.of(
                request.scene().people().call(proposal.author()) + " withdrew proposal " + proposal.id() + ".",
                card.rows(),
                new Block.Note(Prose.of("You need not do anything.")));
        return decision.tell(Card.of(
                        "Withdrawn: proposal " + proposal.id() + ".",
                        card.rows(),
                        Block.Buttons.of(Actions.ask(
                                "Propose it again",
                                proposal.title().length() > 1_500 ? "proposals" : proposal.title()))))
                .recording(
                        decision.closing(Proposal.State.WITHDRAWN, Optional.empty()),
                        decision.basis(),
                        Optional.empty())
                .notifying(proposal.to().stream()
                        .map(person -> new Notice(person, told, Optional.empty()))
                        .toList());
    }
}
