package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Proposal;

/** Makes a proposed change as things are now, by the rights of who accepts it. */
final class AcceptProposal implements Command {
    private static final Usage USAGE =
            Usage.of("accept", "<proposal> [anyway]", "Make a change that somebody proposed to you", Intent.PROPOSAL);
    private static final String ANYWAY = "anyway";

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return Decision.on(request, USAGE, false, AcceptProposal::accepted);
    }

    private static Turn accepted(Decision decision) {
        Request request = decision.request();
        Proposal proposal = decision.proposal();
        boolean isMoved = new ProposalCard(request, proposal).moved().isPresent();
        if (isMoved && !decision.rest().equalsIgnoreCase(ANYWAY)) {
            return decision.tell(ProposalCard.movedMeanwhile(request, proposal));
        }
        List<String> lines = new ProposalCard(request, proposal).lines();
        Turn made = request.door().given(request.scene(), proposal.title(), Map.of(), false);
        return made.changes().isEmpty() || isProposedAgain(made)
                ? open(proposal, made)
                : recorded(decision, made, lines);
    }

    /** Where who accepts has not the right either, such as for a review. */
    private static boolean isProposedAgain(Turn made) {
        return made.changes().stream()
                .anyMatch(change -> change instanceof Change.Added added && added.item() instanceof Proposal);
    }

    /** A gate, a question or a slip stands before it. */
    private static Turn open(Proposal proposal, Turn made) {
        return new Turn(
                        made.next(),
                        List.of(),
                        List.of(),
                        made.replies(),
                        List.of(),
                        Set.of(),
                        Optional.empty(),
                        List.of(),
                        List.of())
                .ending(new Block.Note(Prose.of(proposal.id() + " stays open until you accept or decline it.")));
    }

    private static Turn recorded(Decision decision, Turn made, List<String> lines) {
        Request request = decision.request();
        Proposal proposal = decision.proposal();
        List<Change> changes = new ArrayList<>(made.changes());
        changes.addAll(decision.closing(Proposal.State.ACCEPTED, Optional.empty()));
        Set<String> basis = new HashSet<>(made.reliedOn());
        basis.addAll(decision.basis());
        String author = request.scene().people().call(proposal.author());
        Notice outcome = new Notice(
                proposal.author(),
                ProposalCard.outcome(request, decision.closed(Proposal.State.ACCEPTED, Optional.empty()), lines),
                Optional.empty());
        return new Turn(
                        made.next(),
                        changes,
                        made.people(),
                        made.replies().stream()
                                .map(reply ->
                                        new Reply(reply.visibility(), reply.card(), Optional.of(decision.answer())))
                                .toList(),
                        Stream.concat(made.notices().stream(), Stream.of(outcome))
                                .toList(),
                        basis,
                        proposal.reason().or(made::why),
                        made.updates(),
                        made.decisions())
                .ending(new Block.Note(Prose.of(
                        "Proposed by " + author + " (" + proposal.id() + "), who is told that you accepted.")));
    }
}
