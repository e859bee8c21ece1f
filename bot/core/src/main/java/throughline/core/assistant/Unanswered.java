package throughline.core.assistant;

import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Reply;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Stamp;
import throughline.core.view.Phrases;

/**
 * Keeps a swap from being made while somebody is asked whether it may be: no move is that answer, whoever makes it and in whatever way.
 * What takes another's place, or a free one, is no such swap.
 *
 * @param receipt the decision that waits
 */
record Unanswered(Scene scene, Initiative bet, FeatureRequest asked, Receipt receipt) {

    /** The turn, or word of whose answer it would take for granted. */
    static Turn stopping(Turn turn, Scene scene) {
        return in(turn, scene).map(unanswered -> unanswered.instead(turn)).orElse(turn);
    }

    private static Optional<Unanswered> in(Turn turn, Scene scene) {
        boolean entersNow =
                turn.changes().stream().anyMatch(change -> change.moves().contains(Change.NOW));
        if (!entersNow) {
            return Optional.empty();
        }
        Stamp stamp = new Stamp(scene.now(), scene.person().id(), "");
        Roadmap after = scene.roadmap().on(new ChangeSet(stamp, Optional.empty(), turn.changes()));
        return turn.changes().stream()
                .flatMap(change -> change.about().stream())
                .distinct()
                .filter(id -> isInNow(after, id) && !isInNow(scene.roadmap(), id))
                .flatMap(id -> after.find(id, Initiative.class).stream())
                .flatMap(bet -> in(scene, after, bet))
                .findFirst();
    }

    private static Stream<Unanswered> in(Scene scene, Roadmap after, Initiative bet) {
        return after.requestsFor(bet).stream()
                .filter(asked -> asked.initiative().filter(bet.id()::equals).isPresent())
                .flatMap(asked -> waiting(new Case(after, asked)).stream()
                        .filter(receipt -> receipt.out()
                                .filter(out -> isInNow(scene.roadmap(), out) && !isInNow(after, out))
                                .isPresent())
                        .map(receipt -> new Unanswered(scene, bet, asked, receipt)));
    }

    /** The decision to which somebody has not agreed. */
    private static Optional<Receipt> waiting(Case held) {
        Case.Stage stage = held.stage();
        return stage instanceof Case.Stage.WithOwner || stage instanceof Case.Stage.Disputed
                ? held.standing()
                : Optional.empty();
    }

    private static boolean isInNow(Roadmap roadmap, ItemId id) {
        return roadmap.find(id, Initiative.class)
                .filter(found -> found.horizon() == Horizon.NOW)
                .isPresent();
    }

    private Turn instead(Turn turn) {
        Reply.Visibility visibility =
                turn.replies().stream().findFirst().map(Reply::visibility).orElse(Reply.Visibility.PRIVATE);
        Answer answer = Answer.about(Intent.DECISION, asked.id(), receipt.id());
        return Turn.say(new Reply(visibility, card(), Optional.of(answer))).leaving(turn.next());
    }

    private Card card() {
        boolean isDisputed = receipt.state() == Receipt.State.OBJECTED;
        String out = receipt.out()
                .map(id -> scene.roadmap().find(id).map(Phrases::named).orElse(id.text()))
                .orElse("another");
        String whether = isDisputed
                ? " to say whether " + out + " may go in spite of the objection."
                : " to say whether " + out + " may go.";
        String answers = isDisputed
                ? "overrule " + receipt.id() + " because …, or uphold " + receipt.id() + " because …"
                : "agree " + receipt.id();
        return Card.of(
                "Nothing was moved: " + receipt.id() + " waits for " + whom(isDisputed) + whether,
                new Block.Text(Prose.of(Phrases.named(bet) + " moves with the answer"
                        + (isAsked() ? "" : "; a product lead can give it as well: " + answers)
                        + ". You can also take out another one, or decide otherwise: decide " + asked.id() + " …")),
                isAsked() ? answering(isDisputed) : waiting());
    }

    private Block answering(boolean isDisputed) {
        return isDisputed
                ? Block.Buttons.of(
                        Actions.ask("Swap all the same", "overrule " + receipt.id()),
                        Actions.ask("Keep it in Now", "uphold " + receipt.id()))
                : Block.Buttons.of(
                        Actions.askFirst("Agree", "agree " + receipt.id()),
                        Actions.ask("Object", "object " + receipt.id()));
    }

    private Block waiting() {
        return Block.Buttons.of(
                Actions.ask("Decide otherwise", "decide " + asked.id()),
                Actions.ask("See " + receipt.id(), "show " + receipt.id()));
    }

    private String whom(boolean isDisputed) {
        if (isAsked()) {
            return "you";
        }
        Optional<PersonId> whom = receipt.values().find(Receipt.ASKED_OF);
        return whom.map(scene.people()::call).orElse(isDisputed ? "the product lead" : "its owner");
    }

    private boolean isAsked() {
        return receipt.values()
                .find(Receipt.ASKED_OF)
                .filter(scene.person().id()::equals)
                .isPresent();
    }
}
