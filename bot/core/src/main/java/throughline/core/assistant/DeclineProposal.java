package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Proposal;
import throughline.core.view.Phrases;

/** Declines a proposal, with the reason. */
final class DeclineProposal implements Command {
    private static final Usage USAGE = Usage.of(
            "decline", "<proposal> because …", "Decline what somebody proposed to you, and say why", Intent.PROPOSAL);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return Decision.on(request, USAGE, false, DeclineProposal::declined);
    }

    private static Turn declined(Decision decision) {
        Request request = decision.request();
        Proposal proposal = decision.proposal();
        Optional<String> why = decision.words();
        String author = request.scene().people().call(proposal.author());
        if (why.isEmpty()) {
            return decision.tell(ProposalCard.form(
                    proposal, "decline", "Why do you decline " + proposal.id() + "? " + author + " is told.", "Why"));
        }
        Proposal closed = decision.closed(Proposal.State.DECLINED, why);
        return decision.tell(Card.of(
                        "You declined " + proposal.id() + "; " + author + " is told why.",
                        new Block.Text(Prose.of("Why: " + Phrases.closed(why.get()))),
                        Block.Buttons.of(Actions.ask("Proposals", "proposals"))))
                .recording(decision.closing(Proposal.State.DECLINED, why), decision.basis(), Optional.empty())
                .notifying(List.of(new Notice(
                        proposal.author(), ProposalCard.outcome(request, closed, List.of()), Optional.empty())));
    }
}
