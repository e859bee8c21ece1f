package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Turn;
import throughline.core.people.PersonId;
import throughline.core.question.Intent;
import throughline.core.roadmap.Receipt;
import throughline.core.view.Phrases;

/** The product lead's word for an objection to a swap: somebody decides anew. */
final class Uphold implements Command {
    private static final Usage USAGE = Usage.of(
            "uphold",
            "<decision> because …",
            "Keep what a swap would move, because its owner is right",
            Intent.DECISION);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return Consulted.on(request, USAGE, Consulted.Whom.LEAD, Uphold::upheld);
    }

    private static Turn upheld(Consulted consulted) {
        Optional<String> reason = consulted.words();
        if (reason.isEmpty()) {
            return consulted.asking("Why is the objection right? The PM decides anew with it.", "Why", "uphold");
        }
        Request request = consulted.request();
        Receipt receipt = consulted.receipt();
        PersonId me = request.person().id();
        Card toDecider = new CaseCard(request.scene(), consulted.held())
                .toDecide(
                        consulted.call(me) + " keeps "
                                + consulted.out().map(Phrases::named).orElse("it")
                                + " in Now, so " + receipt.id() + " is off. Decide anew.",
                        Map.of(),
                        Map.of());
        boolean isDecider = me.equals(receipt.decider());
        Card done = Card.of(
                consulted.out().map(Phrases::named).orElse("It") + " stays in Now; " + receipt.id() + " is off.",
                new Block.Text(Prose.of(consulted.call(receipt.decider()) + " decides anew about "
                        + Phrases.named(consulted.held().request()) + ".")));
        Turn turn = consulted
                .tell(isDecider ? toDecider : done)
                .recording(
                        consulted.held().upholding(receipt, reason.get(), me),
                        consulted.held().basis(),
                        reason)
                .notifying(isDecider ? List.of() : List.of(new Notice(receipt.decider(), toDecider, Optional.empty())));
        return telling(consulted, turn, " says that you are right about ", reason.get());
    }

    /** The same, with word to whoever objected. */
    static Turn telling(Consulted consulted, Turn turn, String what, String reason) {
        Request request = consulted.request();
        Optional<PersonId> objector = consulted
                .receipt()
                .values()
                .find(Receipt.ANSWERED_BY)
                .filter(person -> !person.equals(request.person().id()))
                .filter(person ->
                        turn.notices().stream().noneMatch(notice -> notice.to().equals(person)));
        List<Notice> notices = new ArrayList<>(turn.notices());
        objector.ifPresent(person -> notices.add(new Notice(
                person,
                Card.of(
                        consulted.call(request.person().id()) + what
                                + consulted.receipt().id() + ".",
                        new Block.Text(Prose.of(Phrases.quoted(reason))),
                        Block.Buttons.of(Actions.ask(
                                "See " + consulted.receipt().id(),
                                "show " + consulted.receipt().id()))),
                Optional.empty())));
        return turn.notifying(notices);
    }
}
