package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Proposal;
import throughline.core.view.Phrases;

/** The proposals that wait for the person, then those that the person made; or one of them. */
final class Proposals implements Command {
    private static final Usage USAGE = Usage.of(
                    "proposals",
                    "[proposal]",
                    "Changes that wait for your word, and those that you proposed",
                    Intent.PROPOSAL)
            .or("proposal");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String named = Page.without(request.rest());
        return request.roadmap()
                .beside(named, Proposal.class)
                .map(proposal -> one(request, proposal))
                .orElseGet(() -> list(request));
    }

    private static Turn one(Request request, Proposal proposal) {
        boolean mayDecide = Ownership.may(
                request.person(), proposal.layer(), proposal.about().flatMap(request.roadmap()::find));
        boolean isMine = proposal.author().equals(request.person().id());
        if (!mayDecide && !isMine) {
            return request.tell(
                    Card.of("Only who proposed " + proposal.id() + " and who may accept it can see it."),
                    Answer.of(Intent.PROPOSAL));
        }
        Card card = !proposal.isOpen()
                ? ProposalCard.decided(request, proposal)
                : mayDecide ? ProposalCard.toDecide(request, proposal) : ProposalCard.already(request, proposal);
        return request.tell(card, Answer.about(Intent.PROPOSAL, proposal.id()));
    }

    private static Turn list(Request request) {
        PersonId person = request.person().id();
        List<Proposal> waiting = Stream.concat(
                        request.roadmap().proposalsTo(person).stream(),
                        request.roadmap().proposalsToAnybody().stream()
                                .filter(proposal -> !proposal.author().equals(person))
                                .filter(proposal -> Ownership.may(
                                        request.person(),
                                        proposal.layer(),
                                        proposal.about().flatMap(request.roadmap()::find))))
                .toList();
        List<Proposal> made = request.roadmap().proposalsBy(person).stream()
                .sorted(Comparator.comparing(Proposal::isOpen)
                        .reversed()
                        .thenComparing(Comparator.comparing(Proposal::id).reversed()))
                .toList();
        List<Proposal> all =
                Stream.concat(waiting.stream(), made.stream()).distinct().toList();
        Page page = Page.of(request.rest(), request.all());
        List<Proposal> shown = all.stream().skip(page.from()).limit(page.rows()).toList();
        return request.tell(
                card(request, new Found(waiting, made, all.size(), page), shown),
                Answer.about(Intent.PROPOSAL, shown.stream().map(Proposal::id).toArray(ItemId[]::new)));
    }

    private record Found(List<Proposal> waiting, List<Proposal> made, int size, Page page) {
        String headline() {
            return waiting.isEmpty()
                    ? "No proposal waits for you; you made " + (made.isEmpty() ? "none" : Integer.toString(made.size()))
                            + "."
                    : Phrases.plural(waiting.size(), "proposal waits", "proposals wait") + " for your word"
                            + (made.isEmpty() ? "." : "; you made " + made.size() + ".");
        }
    }

    private static Card card(Request request, Found found, List<Proposal> shown) {
        if (found.size() == 0) {
            return Card.of(
                    found.headline(),
                    new Block.Text(Prose.of("Change what somebody else owns, and it becomes a proposal to them.")),
                    Block.Buttons.of(Actions.ask("Show Now", "now")));
        }
        Card card = Card.of(
                found.headline(),
                new Block.Items(shown.stream()
                        .map(proposal -> new ProposalCard(request, proposal).row())
                        .toList()));
        List<Button> buttons = new ArrayList<>();
        found.waiting().stream()
                .findFirst()
                .ifPresent(first -> buttons.add(Actions.askFirst("Decide " + first.id(), "proposals " + first.id())));
        more(found, shown.size()).ifPresent(buttons::add);
        return buttons.isEmpty() ? card : card.with(new Block.Buttons(buttons));
    }

    private static Optional<Button> more(Found found, int shown) {
        int left = found.size() - found.page().from() - shown;
        return left <= 0
                ? Optional.empty()
                : Optional.of(
                        found.page().isFirstAnswer()
                                ? Actions.ask("Show all " + found.size(), "proposals page 1")
                                : Actions.ask(
                                        "Next page",
                                        "proposals page " + (found.page().number() + 1)));
    }
}
