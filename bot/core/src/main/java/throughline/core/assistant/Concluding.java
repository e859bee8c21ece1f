package throughline.core.assistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.check.Readiness;
import throughline.core.conversation.Notice;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.people.Person;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Receipt;
import throughline.core.view.Phrases;

/** Makes a swap that everybody agrees to, as things are now: both initiatives move with the decision, or none does. */
record Concluding(Request request, Case held, Receipt receipt) {

    /** What came of it. */
    private sealed interface Result {
        record Done(Placing placing) implements Result {}

        /** It waits until it is complete. */
        record Incomplete(Placing placing, List<String> missing, Turn gate) implements Result {}

        /** What was to go out makes no room any more, or what was to come in is over. */
        record Pointless(String why) implements Result {}
    }

    /** After the decider asked for it. */
    Turn byDecider() {
        Result result = result();
        if (result instanceof Result.Incomplete incomplete) {
            return incomplete
                    .gate()
                    .words()
                    .ending(new Block.Note(Prose.of(receipt.id() + " waits until it is complete. Then: decide "
                            + held.request().id() + " finish")));
        }
        return result instanceof Result.Done done
                ? done(done, List.of())
                : pointless((Result.Pointless) result, List.of());
    }

    /** After somebody agreed; {@code facts} say so. */
    Turn after(List<Change> facts) {
        Result result = result();
        if (result instanceof Result.Incomplete incomplete) {
            return incomplete(incomplete, facts);
        }
        return result instanceof Result.Done done ? done(done, facts) : pointless((Result.Pointless) result, facts);
    }

    /** By the rights of who decided; who does so no longer leaves it to whoever agrees. */
    private PersonId decider() {
        return isStillDeciding(receipt.decider())
                ? receipt.decider()
                : request.person().id();
    }

    private boolean isStillDeciding(PersonId person) {
        return request.scene()
                .people()
                .find(person)
                .filter(Person::keepsRoadmap)
                .isPresent();
    }

    /** Whom it is told: who decided, or who may decide now. */
    private Stream<Notice> toDeciders(Card card) {
        Stream<PersonId> whom = isStillDeciding(receipt.decider())
                ? Stream.of(receipt.decider())
                : Decide.deciders(request, held.request()).map(Person::id);
        return whom.filter(person -> !person.equals(request.person().id()))
                .map(person -> new Notice(person, card, Optional.empty()));
    }

    private Result result() {
        PersonId decider = decider();
        if (!isStillDeciding(decider)) {
            return new Result.Pointless(request.scene().people().call(receipt.decider()) + " decides no longer");
        }
        ItemId out = receipt.out().orElseThrow();
        Placing begun = Placing.of(request, decider, held.request());
        Optional<Initiative> over = begun.over();
        if (over.isPresent()) {
            return new Result.Pointless(Placing.isOver(over.get()));
        }
        Placing placing = begun.instead(out, ReceiptCard.to(receipt), receipt.reason());
        if (!placing.isRefused()) {
            return new Result.Done(placing);
        }
        List<String> missing = placing.found()
                .map(bet -> Readiness.forNow(placing.after(), bet).told())
                .orElse(List.of());
        return missing.isEmpty()
                ? new Result.Pointless(why(out))
                : new Result.Incomplete(placing, missing, placing.refused().orElseThrow());
    }

    private String why(ItemId out) {
        return request.roadmap()
                        .find(out, Initiative.class)
                        .map(bet -> bet.horizon() == Horizon.NOW
                                ? Phrases.named(bet) + " frees no place that is needed"
                                : Phrases.named(bet) + " is in " + bet.horizon().title() + " already")
                        .orElse(out + " is no longer on the roadmap")
                + ", and Now is full";
    }

    private Turn done(Result.Done done, List<Change> facts) {
        Placing placing = done.placing();
        ItemId bet = placing.bet().orElseThrow();
        boolean isSwapped = placing.after()
                .find(receipt.out().orElseThrow(), Initiative.class)
                .filter(out -> out.horizon() == Horizon.NOW)
                .isEmpty();
        Receipt.What what = isSwapped ? Receipt.What.SWAP : Receipt.What.NOW;
        Receipt settled = Case.finished(receipt, bet, what);
        Outcomes outcomes = new Outcomes(request, held, settled, placing.after());
        List<Change> changes = new ArrayList<>(facts);
        changes.addAll(placing.changes());
        changes.addAll(held.finishing(receipt, bet, what));
        Card card = outcomes.decided();
        Card told = isSwapped
                ? card
                : card.with(new Block.Note(Prose.of("A place was free by now, so "
                        + receipt.out().map(ItemId::text).orElse("the other") + " stays in Now.")));
        return request.tell(told, answer())
                .recording(changes, basis(placing.reliedOn()), Optional.of(receipt.reason()))
                .notifying(merged(toDeciders(told), outcomes.toRequesters().stream()));
    }

    private Turn incomplete(Result.Incomplete incomplete, List<Change> facts) {
        String bet = incomplete
                .placing()
                .bet()
                .map(ItemId::text)
                .orElse(held.request().id().text());
        String me = request.scene().people().call(request.person().id());
        boolean isNew = !incomplete.placing().changes().isEmpty();
        List<Change> changes = new ArrayList<>(facts);
        if (isNew) {
            changes.addAll(incomplete.placing().changes());
        }
        Card toDecider = Card.of(
                me + " agrees, and " + bet + " is not ready for Now yet: it lacks "
                        + Phrases.listed(incomplete.missing()) + ".",
                new Block.Text(Prose.of("Both move once it is complete. You can also type: decide "
                        + held.request().id() + " finish")),
                Block.Buttons.of(
                        Actions.askFirst("Fill in what is missing", "edit " + bet + " complete; horizon: now"),
                        Actions.ask("Move both", "decide " + held.request().id() + " finish")));
        return request.tell(
                        Card.of(
                                "Thank you. " + receipt.id() + " is agreed; nothing is moved before " + bet
                                        + " is complete.",
                                new Block.Text(
                                        Prose.of("It still lacks " + Phrases.listed(incomplete.missing()) + "."))),
                        answer())
                .recording(changes, basis(incomplete.placing().reliedOn()), Optional.empty())
                .notifying(toDeciders(toDecider).toList());
    }

    private Turn pointless(Result.Pointless pointless, List<Change> facts) {
        List<Change> changes = new ArrayList<>(facts);
        changes.addAll(held.givingUp(receipt));
        String headline = receipt.id() + " can't come to pass: " + pointless.why() + ".";
        Card toDecider = new CaseCard(request.scene(), held).toDecide(headline + " Decide anew.", Map.of(), Map.of());
        boolean isDecider = request.person().id().equals(receipt.decider());
        Card told = isDecider
                ? toDecider
                : Card.of(
                        headline,
                        new Block.Text(Prose.of((isStillDeciding(receipt.decider())
                                        ? request.scene().people().call(receipt.decider()) + " decides"
                                        : "The PMs decide")
                                + " anew. You need not do anything.")));
        return request.tell(told, answer())
                .recording(changes, basis(Set.of(Change.NOW)), Optional.empty())
                .notifying(toDeciders(toDecider).toList());
    }

    private Set<String> basis(Set<String> more) {
        Set<String> basis = new HashSet<>(more);
        basis.addAll(held.basis());
        receipt.out().ifPresent(out -> basis.add(out.text()));
        return basis;
    }

    /** One notice for each person, and none to who acts. */
    private List<Notice> merged(Stream<Notice> first, Stream<Notice> more) {
        Set<PersonId> told = new HashSet<>(Set.of(request.person().id()));
        return Stream.concat(first, more)
                .filter(notice -> told.add(notice.to()))
                .toList();
    }

    private Answer answer() {
        return Answer.about(Intent.DECISION, held.request().id(), receipt.id());
    }
}
