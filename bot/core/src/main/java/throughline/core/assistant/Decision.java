package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Proposal;

/** What somebody says to an open proposal. */
record Decision(Request request, Proposal proposal, String rest) {
    /** Finds the proposal that the request names; {@code mine} if its author speaks, else somebody who may decide. */
    static Turn on(Request request, Usage usage, boolean mine, Function<Decision, Turn> then) {
        String[] parts = request.whole().strip().split("\\s+", 2);
        Optional<Proposal> found = request.roadmap().beside(parts[0], Proposal.class);
        if (found.isEmpty()) {
            return request.tell(
                    Card.of(
                            "Which proposal? Type " + usage.typed() + ".",
                            parts[0].isEmpty()
                                    ? Block.Buttons.of(Actions.askFirst("Proposals", "proposals"))
                                    : Block.Buttons.of(
                                            Actions.askFirst("Proposals", "proposals"),
                                            Named.whichOkr(request.command()))),
                    Answer.of(usage.intent()));
        }
        Decision decision = new Decision(request, found.get(), parts.length > 1 ? parts[1].strip() : "");
        if (!(mine ? decision.isAuthor() : decision.mayDecide())) {
            return decision.tell(decision.refusal(mine));
        }
        return found.get().isOpen() ? then.apply(decision) : decision.tell(ProposalCard.decided(request, found.get()));
    }

    private boolean isAuthor() {
        return proposal.author().equals(request.person().id());
    }

    private boolean mayDecide() {
        return Ownership.may(request.person(), proposal.layer(), about());
    }

    Optional<Item> about() {
        return proposal.about().flatMap(request.roadmap()::find);
    }

    private Card refusal(boolean mine) {
        String who = mine
                ? request.scene().people().fullName(proposal.author()) + ", who proposed it,"
                : proposal.to()
                        .map(person -> request.scene().people().fullName(person) + ", or who else may change this,")
                        .orElse("who may change this");
        return Card.of(
                "Only " + who + " can do that with " + proposal.id() + ", so nothing was changed.",
                new Block.Text(Prose.of(new ProposalCard(request, proposal).headline())),
                Block.Buttons.of(Actions.ask("Proposals", "proposals")));
    }

    /** The words that came with it, typed or filled in, as they are kept. */
    Optional<String> words() {
        String typed = rest.replaceFirst("(?is)^because\\s+", "");
        String given = request.input(ProposalCard.WORDS).isEmpty() ? typed : request.input(ProposalCard.WORDS);
        return Proposal.WORDS.tidied(given);
    }

    /** The facts that close it. */
    List<Change> closing(Proposal.State state, Optional<String> words) {
        return Stream.of(
                        Stream.of(edited(Proposal.STATE, Optional.of(state))),
                        words.stream().map(said -> edited(Proposal.ANSWER, Optional.of(said))),
                        Stream.of(
                                edited(
                                        Proposal.ANSWERED_BY,
                                        Optional.of(request.person().id())),
                                edited(
                                        Proposal.ANSWERED_ON,
                                        Optional.of(request.scene().today()))))
                .flatMap(facts -> facts)
                .toList();
    }

    /** The proposal as it will be then. */
    Proposal closed(Proposal.State state, Optional<String> words) {
        return (Proposal) proposal.with(Proposal.STATE, Optional.of(state))
                .with(Proposal.ANSWER, words)
                .with(Proposal.ANSWERED_BY, Optional.of(request.person().id()))
                .with(Proposal.ANSWERED_ON, Optional.of(request.scene().today()));
    }

    <V> Change edited(Field<V> field, Optional<V> after) {
        return Change.edited(proposal, field, after);
    }

    Set<String> basis() {
        return Set.of(proposal.id().text());
    }

    Turn tell(Card card) {
        return request.tell(card, answer());
    }

    Answer answer() {
        return Answer.about(
                Intent.PROPOSAL,
                Stream.concat(Stream.of(proposal.id()), proposal.about().stream())
                        .toArray(ItemId[]::new));
    }
}
