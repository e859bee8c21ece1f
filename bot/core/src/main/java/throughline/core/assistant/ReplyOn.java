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

/** Answers what the author of a proposal was asked back. */
final class ReplyOn implements Command {
    private static final Usage USAGE = Usage.of(
            "reply",
            "<proposal or request> <answer>",
            "Answer what you were asked about what you want",
            Intent.PROPOSAL);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return Talking.on(request)
                .map(Talking::reply)
                .orElseGet(() -> Decision.on(request, USAGE, true, ReplyOn::explained));
    }

    private static Turn explained(Decision decision) {
        Request request = decision.request();
        Proposal proposal = decision.proposal();
        Optional<String> answer = decision.words();
        if (answer.isEmpty()) {
            return decision.tell(ProposalCard.form(
                    proposal, "reply", "What should be known about " + proposal.id() + "?", "Your answer"));
        }
        Proposal after = (Proposal) proposal.with(Proposal.EXPLAINED, answer);
        return decision.tell(Card.of(
                        "Your answer stands with " + proposal.id() + ".",
                        new Block.Text(Prose.of(Phrases.quoted(answer.get()))),
                        Block.Buttons.of(Actions.ask("Your proposals", "proposals"))))
                .recording(List.of(decision.edited(Proposal.EXPLAINED, answer)), decision.basis(), Optional.empty())
                .notifying(proposal.values().find(Proposal.ASKED_BY).or(proposal::to).stream()
                        .map(person -> new Notice(person, ProposalCard.toDecide(request, after), Optional.empty()))
                        .toList());
    }
}
