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

/** Asks the author of a proposal something before deciding. */
final class AskBack implements Command {
    private static final Usage USAGE = Usage.of(
            "ask-back",
            "<proposal or request> <question>",
            "Ask who wants something before you decide",
            Intent.PROPOSAL);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return Talking.on(request)
                .map(Talking::askBack)
                .orElseGet(() -> Decision.on(request, USAGE, false, AskBack::asked));
    }

    private static Turn asked(Decision decision) {
        Request request = decision.request();
        Proposal proposal = decision.proposal();
        Optional<String> question = decision.words();
        String author = request.scene().people().call(proposal.author());
        if (question.isEmpty()) {
            return decision.tell(ProposalCard.form(
                    proposal, "ask-back", "What do you want to know from " + author + "?", "Question"));
        }
        Proposal asked = (Proposal) proposal.with(Proposal.ASKED, question);
        return decision.tell(Card.of(
                        "I asked " + author + "; " + proposal.id() + " waits for the answer.",
                        new Block.Text(Prose.of(Phrases.quoted(question.get()))),
                        Block.Buttons.of(Actions.ask("Proposals", "proposals"))))
                .recording(
                        List.of(
                                decision.edited(Proposal.ASKED, question),
                                decision.edited(
                                        Proposal.ASKED_BY,
                                        Optional.of(request.person().id())),
                                decision.edited(Proposal.EXPLAINED, Optional.empty())),
                        decision.basis(),
                        Optional.empty())
                .notifying(List.of(
                        new Notice(proposal.author(), ProposalCard.askedBack(request, asked), Optional.empty())));
    }
}
