package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.edit.Seen;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Proposal;
import throughline.core.view.Phrases;

/** What is said about a proposal: to its author, to whoever decides, and to both in the end. */
record ProposalCard(Request request, Proposal proposal) {
    static final String WORDS = "words";

    private static final String LIST = "proposals";

    /** To the author: it is on its way. */
    static Card sent(Request request, Proposal proposal, List<Person> told) {
        ProposalCard card = new ProposalCard(request, proposal);
        String whom = Phrases.listed(told.stream().map(Person::name).limit(3).toList());
        return Card.of(
                "Sent to " + whom + " as a proposal (" + proposal.id() + "); nothing is changed yet.",
                card.rows(),
                new Block.Text(Prose.of("I tell you what becomes of it.")),
                card.authors());
    }

    /** To the author: nobody was told. */
    static Card unsent(Request request, Proposal proposal) {
        ProposalCard card = new ProposalCard(request, proposal);
        return Card.of(
                "Kept as proposal " + proposal.id() + ", but I can't reach anybody who may accept it.",
                card.rows(),
                new Block.Text(Prose.of("It stands on the list of proposals. I tell you what becomes of it.")),
                card.authors());
    }

    /** To somebody who proposes the same again. */
    static Card already(Request request, Proposal proposal) {
        ProposalCard card = new ProposalCard(request, proposal);
        return Card.of(
                "You proposed this already, " + card.ago() + " (" + proposal.id() + "). " + card.waiting(),
                card.rows(),
                card.authors());
    }

    /** To whoever decides. */
    static Card toDecide(Request request, Proposal proposal) {
        ProposalCard card = new ProposalCard(request, proposal);
        List<Block> blocks = new ArrayList<>(List.of(card.rows()));
        proposal.reason().ifPresent(why -> blocks.add(text("Why: " + Phrases.closed(Phrases.clipped(why)))));
        card.talk().ifPresent(blocks::add);
        card.moved().ifPresent(moved -> blocks.add(text(moved)));
        blocks.add(Block.Buttons.of(
                Actions.askFirst("Accept", "accept " + proposal.id()),
                Actions.ask("Decline", "decline " + proposal.id()),
                Actions.ask("Ask back", "ask-back " + proposal.id())));
        blocks.add(new Block.Note(Prose.of(proposal.id() + ", " + card.ago() + ". You can also type: accept "
                + proposal.id() + ", or decline " + proposal.id() + " because …")));
        return new Card(Prose.strong(card.headline()), blocks);
    }

    /** To whoever accepts: what its author saw has changed. */
    static Card movedMeanwhile(Request request, Proposal proposal) {
        ProposalCard card = new ProposalCard(request, proposal);
        return Card.of(
                "Nothing is changed yet: " + card.moved().orElse("it moved meanwhile."),
                card.rows(),
                Block.Buttons.of(
                        Actions.askFirst("Accept anyway", "accept " + proposal.id() + " anyway"),
                        Actions.ask("Decline", "decline " + proposal.id()),
                        Actions.ask("Ask back", "ask-back " + proposal.id())));
    }

    /** To somebody who asks for one that is decided. */
    static Card decided(Request request, Proposal proposal) {
        ProposalCard card = new ProposalCard(request, proposal);
        return Card.of(card.outcome() + ".", card.command(), Block.Buttons.of(Actions.ask("Proposals", LIST)));
    }

    /** To the author, in the end. */
    static Card outcome(Request request, Proposal proposal, List<String> lines) {
        ProposalCard card = new ProposalCard(request, proposal);
        List<Block> blocks = new ArrayList<>();
        blocks.add(lines.isEmpty() ? card.rows() : rows(lines));
        proposal.values().find(Proposal.ANSWER).ifPresent(answer -> blocks.add(text("Why: " + Phrases.closed(answer))));
        blocks.add(Block.Buttons.of(card.about()
                .map(item -> Actions.ask("Show " + item.id(), "show " + item.id()))
                .orElseGet(() -> Actions.ask("Your proposals", LIST))));
        return new Card(
                Prose.strong(card.call(request.person().id()) + " "
                        + proposal.state().name().toLowerCase(Locale.ROOT) + " your proposal" + card.of() + " ("
                        + proposal.id() + ")."),
                blocks);
    }

    /** Asks for words: why not, what else to know, or what it means. */
    static Card form(Proposal proposal, String verb, String question, String label) {
        return Card.of(
                question,
                new Block.Form(
                        List.of(Field.text(WORDS, label, true)),
                        Button.primary(Actions.FILL, "Send", verb + " " + proposal.id()),
                        Optional.empty()));
    }

    /** To the author: what somebody wants to know first. */
    static Card askedBack(Request request, Proposal proposal) {
        ProposalCard card = new ProposalCard(request, proposal);
        return Card.of(
                card.call(request.person().id()) + " asks about your proposal" + card.of() + " (" + proposal.id()
                        + ").",
                text(Phrases.quoted(proposal.values().find(Proposal.ASKED).orElse(""))),
                card.rows(),
                new Block.Form(
                        List.of(Field.text(WORDS, "Your answer", true)),
                        Button.primary(Actions.FILL, "Send the answer", "reply " + proposal.id()),
                        Optional.empty()),
                Block.Buttons.of(Actions.ask("Withdraw it", "withdraw " + proposal.id())));
    }

    /** "Sam proposes a change of Guided setup (I3).". */
    String headline() {
        return call(proposal.author()) + " proposes "
                + about().map(item -> "a change of " + Phrases.named(item))
                        .orElse("a new " + proposal.layer().title())
                + ".";
    }

    Block.Items.Row row() {
        List<Prose> details = new ArrayList<>();
        details.add(Prose.of(lines().stream().findFirst().orElseGet(() -> Phrases.clipped(proposal.title()))));
        details.add(Prose.of(proposal.isOpen() ? "by " + call(proposal.author()) + ", " + ago() : outcome()));
        if (proposal.isOpen()) {
            details.add(Prose.of(waiting()));
        }
        return new Block.Items.Row(
                Prose.strong(proposal.id()
                        + about().map(item -> " " + Phrases.named(item)).orElse("")),
                details);
    }

    /** "Maya declined it today". */
    private String outcome() {
        String when = proposal.values()
                .find(Proposal.ANSWERED_ON)
                .map(day -> ", " + new Phrases(request.scene()).ago(day))
                .orElse("");
        String who =
                proposal.values().find(Proposal.ANSWERED_BY).map(this::call).orElse("its author");
        return proposal.id() + " was " + proposal.state().name().toLowerCase(Locale.ROOT) + " by " + who + when;
    }

    private Block command() {
        return text("It was: " + Phrases.clipped(proposal.title()));
    }

    /** What it would change as things are now. */
    Block rows() {
        return rows(lines());
    }

    private static Block rows(List<String> lines) {
        return new Block.Items(lines.stream()
                .limit(Request.ROWS)
                .map(line -> new Block.Items.Row(Prose.of(line), List.of()))
                .toList());
    }

    List<String> lines() {
        List<String> lines = new Wanted(request.scene(), proposal.about())
                .each(Trial.of(request, proposal.title()).changes());
        return lines.isEmpty()
                ? List.of("is so already, or can't be done any more: " + Phrases.clipped(proposal.title()))
                : lines;
    }

    /** What was asked back, and what the author said. */
    private Optional<Block> talk() {
        return proposal.values()
                .find(Proposal.ASKED)
                .map(asked -> text(proposal.values()
                                .find(Proposal.ASKED_BY)
                                .map(this::call)
                                .orElse("Somebody")
                        + " asked " + Phrases.quoted(Phrases.clipped(asked))
                        + proposal.values()
                                .find(Proposal.EXPLAINED)
                                .map(said -> " " + call(proposal.author()) + ": " + said)
                                .orElse(" There is no answer yet.")));
    }

    /** "Tom changed the horizon of Dark mode (I14) two hours ago, after this was proposed.". */
    Optional<String> moved() {
        Optional<Seen> seen = proposal.values().find(Proposal.SEEN).flatMap(Seen::read);
        return about().flatMap(item -> seen.stream()
                .flatMap(before -> before.shown(item.kind().fields()).stream()
                        .filter(field -> !before.isSame(field, item.values())))
                .findFirst()
                .map(field -> new Meanwhile(request, item).told(field) + ", after this was proposed."));
    }

    private Block.Buttons authors() {
        return Block.Buttons.of(
                Actions.ask("Withdraw it", "withdraw " + proposal.id()), Actions.ask("Your proposals", LIST));
    }

    private String waiting() {
        return proposal.to()
                .map(person -> "It waits for " + call(person) + ".")
                .orElse("It waits for whoever may accept it.");
    }

    private String of() {
        return about().map(item -> " about " + Phrases.named(item)).orElse("");
    }

    Optional<Item> about() {
        return proposal.about().flatMap(request.roadmap()::find);
    }

    private String ago() {
        return new Phrases(request.scene()).ago(proposal.on());
    }

    private String call(PersonId person) {
        return request.scene().people().call(person);
    }

    private static Block text(String words) {
        return new Block.Text(Prose.of(words));
    }
}
