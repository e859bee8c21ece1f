package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.edit.Wish;
import throughline.core.question.Intent;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/** Brings an initiative into Now by another way than through the gate: against it, or in place of another. */
final class Entry {
    private static final Pattern OUT = Pattern.compile("next|later|done", Pattern.CASE_INSENSITIVE);

    private Entry() {}

    /** An override needs a reason; what needs none of it just passes the gate. */
    static Turn overriding(Edits edits, Optional<String> why) {
        Request request = edits.request();
        Optional<String> reason = why.or(() -> filled(request));
        if (edits.gate().isEmpty()) {
            return passed(edits, reason);
        }
        String line = edits.line().orElse("horizon: now");
        return reason.map(given -> with(edits, Entering.against(given)).recorded(Intent.MOVE, Optional.of(given)))
                .orElseGet(() -> NotReady.reason(edits, "edit " + edits.item().id() + " override; " + line));
    }

    /** A swap names what goes out, where to and why; without that it is asked for. */
    static Turn swapping(Edits edits, String out, String to, Optional<String> why) {
        Request request = edits.request();
        Optional<Initiative> leaving = Moving.among(request).whole(out).map(Initiative.class::cast);
        Optional<String> reason = why.or(() -> filled(request));
        Optional<Turn> gate = edits.gate();
        if (gate.isEmpty()) {
            return passed(edits, reason);
        }
        boolean isPossible = leaving.filter(bet -> bet.horizon() == Horizon.NOW).isPresent()
                && !leaving.map(Item::id).equals(Optional.of(edits.item().id()));
        if (!out.isBlank() && !isPossible) {
            return request.tell(
                    Card.of(
                            leaving.map(Phrases::named).orElse(Phrases.quoted(Phrases.clipped(out)))
                                    + " is not in Now, so it can't make room. Nothing was changed.",
                            Block.Buttons.of(Actions.ask("Show Now", "now"))),
                    Subject.about(Intent.MOVE, edits.item()));
        }
        if (!isPossible || !OUT.matcher(to).matches()) {
            return gate.get();
        }
        if (reason.isEmpty()) {
            return request.tell(
                    Card.of(
                            "Why " + Phrases.named(edits.item()) + " instead of " + Phrases.named(leaving.get()) + "?",
                            new Block.Text(Prose.of("The trade is kept with its reason. Type: move "
                                    + edits.item().id() + " now instead of "
                                    + leaving.get().id() + " to " + to + " because …"))),
                    Subject.about(Intent.MOVE, edits.item()));
        }
        Horizon where = Horizon.valueOf(to.toUpperCase(java.util.Locale.ROOT));
        return with(edits, Entering.insteadOf(new Entering.Swap(leaving.get(), where, reason.get())))
                .recorded(Intent.MOVE, reason);
    }

    private static Turn passed(Edits edits, Optional<String> reason) {
        return edits.isSo()
                ? edits.request().tell(edits.nothingChanged(), Subject.about(Intent.EDIT, edits.item()))
                : edits.recorded(Intent.MOVE, reason);
    }

    /** What was filled in is kept in any case; the move is made at once if nothing is missing any more. */
    static Turn completed(Edits move, Edits filled) {
        List<Wish<?>> both = new ArrayList<>(filled.wishes());
        both.addAll(move.wishes());
        Edits all = new Edits(move.request(), move.item(), both);
        if (all.isSo()) {
            return move.request().tell(all.nothingChanged(), Subject.about(Intent.EDIT, all.item()));
        }
        return all.refused()
                .map(refused -> agreed(all, refused)
                        .or(() -> asked(filled, refused))
                        .orElseGet(() -> filled.isSo()
                                ? new NotReady(move, refused, false).told()
                                : new NotReady(move, refused, true)
                                        .told()
                                        .recording(filled.changes(), filled.reliedOn(), Optional.empty())))
                .orElseGet(() -> all.recorded(Intent.MOVE, Optional.empty()));
    }

    /** What lacks nothing but a place takes the one that everybody agreed to give it. */
    private static Optional<Turn> agreed(Edits edits, Gate.Verdict.Refused refused) {
        return decided(edits, refused)
                .filter(held -> held.stage() instanceof Case.Stage.Cleared)
                .flatMap(Case::standing)
                .flatMap(receipt -> swap(edits.request().roadmap(), receipt))
                .map(swap -> with(edits, Entering.insteadOf(swap)).recorded(Intent.MOVE, Optional.of(swap.reason())));
    }

    /** While somebody is asked for a place, what was filled in is kept; it moves with the answer. */
    private static Optional<Turn> asked(Edits filled, Gate.Verdict.Refused refused) {
        return decided(filled, refused)
                .flatMap(Case::standing)
                .filter(Receipt::isPending)
                .map(receipt -> (filled.isSo()
                                ? filled.request()
                                        .tell(filled.nothingChanged(), Subject.about(Intent.EDIT, filled.item()))
                                : filled.recorded(Intent.MOVE, Optional.empty()))
                        .ending(new Block.Note(Prose.of(receipt.id() + " waits for an answer. Both move with it."))));
    }

    /** The decision about what lacks nothing but a place. */
    private static Optional<Case> decided(Edits edits, Gate.Verdict.Refused refused) {
        Roadmap roadmap = edits.request().roadmap();
        return roadmap.requestsFor(edits.item()).stream()
                .filter(asked -> refused.readiness().missing().isEmpty())
                .filter(asked ->
                        asked.initiative().equals(Optional.of(edits.item().id())))
                .map(asked -> new Case(roadmap, asked))
                .filter(held -> held.standing().filter(Receipt::isPending).isPresent())
                .findFirst();
    }

    private static Optional<Entering.Swap> swap(Roadmap roadmap, Receipt receipt) {
        return receipt.out()
                .flatMap(id -> roadmap.find(id, Initiative.class))
                .filter(out -> out.horizon() == Horizon.NOW)
                .map(out -> new Entering.Swap(out, ReceiptCard.to(receipt), receipt.reason()));
    }

    private static Edits with(Edits edits, Entering how) {
        return new Edits(edits.request(), edits.item(), edits.wishes(), how);
    }

    private static Optional<String> filled(Request request) {
        return Optional.of(request.input(NotReady.REASON)).filter(text -> !text.isEmpty());
    }
}
