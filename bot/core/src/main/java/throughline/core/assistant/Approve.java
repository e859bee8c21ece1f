package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Turn;
import throughline.core.people.Person;
import throughline.core.question.Intent;
import throughline.core.roadmap.Approval;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Kind;
import throughline.core.view.Phrases;

/** The product lead's word on a big bet: it may enter Now, or not now. */
final class Approve implements Command {
    private static final Usage USAGE = Usage.of(
            "approve",
            "<initiative> [not now] [because …]",
            "Say as product lead that a big bet may enter Now, or not now",
            Intent.APPROVE);
    private static final Pattern NOT = Pattern.compile("\\s+not\\s+now$", Pattern.CASE_INSENSITIVE);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Because given = Because.in(request.whole());
        boolean isNo = NOT.matcher(given.text()).find();
        String name = NOT.matcher(given.text()).replaceFirst("");
        Named named = Named.in(request.roadmap(), Moving.among(request), name, name.length());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Initiative bet = (Initiative) named.item().get();
        if (!Approvers.may(request, bet)) {
            return request.tell(refusal(request, bet), Subject.about(Intent.APPROVE, bet));
        }
        if (isNo) {
            return notNow(
                    request,
                    bet,
                    given.reason()
                            .or(() ->
                                    Optional.of(request.input(NotReady.REASON)).filter(text -> !text.isEmpty())));
        }
        return bet.isBig() && bet.approved().isEmpty()
                ? approved(request, bet, given.reason())
                : request.tell(needless(request, bet), Subject.about(Intent.APPROVE, bet));
    }

    /** What a product lead is asked. */
    static Card asked(Request request, Initiative bet) {
        return Card.of(
                Prose.strong(request.person().firstName() + " wants " + Phrases.named(bet)
                        + " in Now. It is a big bet: what do you say?"),
                new Block.Text(Prose.of(bet.values()
                        .find(Initiative.WHY)
                        .map(why -> "Why: " + Phrases.closed(Phrases.clipped(why)))
                        .orElse("No rationale is recorded."))),
                Block.Buttons.of(
                        Actions.askFirst("Approve", "approve " + bet.id()),
                        Actions.ask("Not now", "approve " + bet.id() + " not now"),
                        Actions.ask("Show " + bet.id(), "show " + bet.id())));
    }

    private static Card refusal(Request request, Initiative bet) {
        List<String> leads =
                Approvers.of(request, bet).stream().map(Person::name).toList();
        return Card.of(
                "Only a product lead can approve this, so nothing was changed.",
                new Block.Text(Prose.of("Ask " + (leads.isEmpty() ? "an admin" : Phrases.listed(leads)) + " about "
                        + Phrases.named(bet) + ".")),
                Block.Buttons.of(Actions.ask("Show " + bet.id(), "show " + bet.id())));
    }

    private static Card needless(Request request, Initiative bet) {
        String why = bet.approved()
                .map(approval -> " was approved "
                        + Phrases.day(approval.on(), request.scene().today()) + " by "
                        + request.scene().people().call(approval.by()) + ".")
                .orElse(" is no big bet, so its PM decides alone.");
        return Card.of(
                Phrases.named(bet) + why + " Nothing was changed.",
                Block.Buttons.of(Actions.ask("Show " + bet.id(), "show " + bet.id())));
    }

    private static Turn approved(Request request, Initiative bet, Optional<String> note) {
        Approval approval =
                new Approval(request.scene().today(), request.person().id(), note);
        Change fact = new Change.Edited<>(
                Kind.INITIATIVE, bet.id(), Initiative.APPROVED, Optional.empty(), Optional.of(approval));
        boolean isThere = bet.horizon() == Horizon.NOW;
        Card card = Card.of(
                "Approved: " + Phrases.named(bet) + (isThere ? " is in Now with your word." : " may enter Now."),
                Block.Buttons.of(
                        isThere
                                ? Actions.ask("Show " + bet.id(), "show " + bet.id())
                                : Actions.ask("Move it to Now", "move " + bet.id() + " now"),
                        Actions.ask("Undo", Undo.of(bet.id()))));
        return request.tellThere(card, Subject.about(Intent.APPROVE, bet))
                .recording(List.of(fact), Set.of(bet.id().text()), note)
                .notifying(toOwner(
                        request,
                        bet,
                        Card.of(
                                request.person().firstName() + " approved " + Phrases.named(bet)
                                        + ": it may enter Now.",
                                said(note),
                                Block.Buttons.of(Actions.askFirst("Move it to Now", "move " + bet.id() + " now")))));
    }

    private static Turn notNow(Request request, Initiative bet, Optional<String> reason) {
        if (reason.isEmpty()) {
            return request.tell(
                    Card.of(
                            "Why not now? " + Phrases.named(bet) + " stays in "
                                    + bet.horizon().title() + ".",
                            new Block.Form(
                                    List.of(Field.text(NotReady.REASON, "Why, and what would change your mind", true)),
                                    Button.primary(Actions.FILL, "Tell the owner", "approve " + bet.id() + " not now"),
                                    Optional.empty())),
                    Subject.about(Intent.APPROVE, bet));
        }
        List<Notice> notices = toOwner(
                request,
                bet,
                Card.of(
                        request.person().firstName() + " says not now: " + Phrases.named(bet) + " stays in "
                                + bet.horizon().title() + ".",
                        said(reason),
                        Block.Buttons.of(Actions.ask("Show " + bet.id(), "show " + bet.id()))));
        String told = notices.isEmpty()
                ? "It has no other owner to tell."
                : "I tell " + bet.owner().map(request.scene().people()::call).orElse("its owner") + ".";
        return request.tellThere(
                        Card.of(
                                "Not now: " + Phrases.named(bet) + " stays in "
                                        + bet.horizon().title() + ". " + told,
                                said(reason)),
                        Subject.about(Intent.APPROVE, bet))
                .notifying(notices);
    }

    private static Block said(Optional<String> words) {
        return new Block.Text(Prose.of(words.map(text -> "Why: " + Phrases.closed(Phrases.clipped(text)))
                .orElse("No reason was given.")));
    }

    private static List<Notice> toOwner(Request request, Initiative bet, Card card) {
        return bet
                .owner()
                .filter(owner -> !owner.equals(request.person().id()))
                .filter(owner -> request.scene().people().find(owner).isPresent())
                .map(owner -> new Notice(owner, card, Optional.empty()))
                .stream()
                .toList();
    }
}
