package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Intent;
import throughline.core.view.Phrases;

/** Objects to losing a place in Now: the product lead says who is right. */
final class ObjectTo implements Command {
    private static final Usage USAGE = Usage.of(
            "object", "<decision> because …", "Object to your initiative's making room in Now", Intent.DECISION);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return Consulted.on(request, USAGE, Consulted.Whom.OWNER, ObjectTo::objected);
    }

    private static Turn objected(Consulted consulted) {
        Optional<String> reason = consulted.words();
        if (reason.isEmpty()) {
            return consulted.asking(
                    "Why should " + consulted.out().map(Phrases::named).orElse("it") + " stay in Now?",
                    "Why",
                    "object");
        }
        Request request = consulted.request();
        PersonId me = request.person().id();
        List<Person> leads =
                consulted.out().map(bet -> Approvers.of(request, bet)).orElse(List.of());
        Optional<PersonId> lead = leads.size() == 1 ? Optional.of(leads.get(0).id()) : Optional.empty();
        String whom = leads.isEmpty()
                ? consulted.call(consulted.receipt().decider())
                : Phrases.listed(leads.stream().map(Person::firstName).toList());
        Card card = Card.of(
                "Your objection is recorded with " + consulted.receipt().id() + "; nothing is moved. " + whom
                        + " decides who is right.",
                new Block.Text(Prose.of(Phrases.quoted(reason.get()))),
                Block.Buttons.of(Actions.ask(
                        "See " + consulted.receipt().id(),
                        "show " + consulted.receipt().id())));
        Set<String> basis = new HashSet<>(consulted.held().basis());
        consulted.receipt().out().ifPresent(out -> basis.add(out.text()));
        return consulted
                .tell(card)
                .recording(
                        consulted
                                .held()
                                .objecting(
                                        consulted.receipt(),
                                        reason.get(),
                                        me,
                                        lead,
                                        request.scene().today()),
                        basis,
                        reason)
                .notifying(notices(consulted, reason.get(), leads));
    }

    private static List<Notice> notices(Consulted consulted, String reason, List<Person> leads) {
        Request request = consulted.request();
        CaseCard card = new CaseCard(request.scene(), consulted.held());
        Set<PersonId> told = new HashSet<>(Set.of(request.person().id()));
        List<Notice> notices = new ArrayList<>();
        leads.stream()
                .filter(lead -> told.add(lead.id()))
                .forEach(lead ->
                        notices.add(new Notice(lead.id(), card.toLead(consulted.receipt(), reason), Optional.empty())));
        PersonId decider = consulted.receipt().decider();
        if (told.add(decider)) {
            Card toDecider = leads.isEmpty()
                    ? card.toLead(consulted.receipt(), reason)
                    : Card.of(
                            consulted.call(request.person().id()) + " objects to your swap "
                                    + consulted.receipt().id() + "; the product lead decides.",
                            new Block.Text(Prose.of(Phrases.quoted(reason))),
                            Block.Buttons.of(Actions.ask(
                                    "Decide otherwise",
                                    "decide " + consulted.held().request().id())));
            notices.add(new Notice(decider, toDecider, Optional.empty()));
        }
        return notices;
    }
}
