package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Block.Facts.Fact;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.History;
import throughline.core.conversation.Turn;
import throughline.core.decision.Case;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.ChangeSet;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Receipt;
import throughline.core.view.Phrases;

/** Why something is not done: an initiative that was dropped, a non-goal, or the honest word that nobody decided. */
final class WhyNot implements Command {
    private static final Usage USAGE =
            Usage.of("why-not", "<anything>", "Why it was dropped or ruled out, if that was decided", Intent.WHY_NOT);

    /** In how many of its changes the reason for a drop is looked for. */
    private static final int FAR = 1_000;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        Names among = Names.in(request.roadmap()).only(Kind.INITIATIVE);
        Optional<Receipt> named = request.roadmap()
                .beside(request.rest().strip(), Receipt.class)
                .or(() -> request.roadmap()
                        .beside(request.rest().strip(), FeatureRequest.class)
                        .flatMap(asked -> new Case(request.roadmap(), asked).standing()));
        if (named.isPresent()) {
            return request.say(
                    decided(request, named.get()),
                    Answer.about(Intent.WHY_NOT, named.get().id()));
        }
        if (among.find(request.rest()) instanceof Names.Found.One one && !Likeness.isMeant(one, request.rest())) {
            return otherwise(request, List.of(one.item()));
        }
        return new Subject(request, USAGE)
                .answer(
                        among,
                        item -> request.say(card(request, (Initiative) item), Subject.about(Intent.WHY_NOT, item)),
                        near -> otherwise(request, near));
    }

    private static Card card(Request request, Initiative initiative) {
        boolean isDropped = initiative.horizon() == Horizon.DROPPED;
        List<Block> blocks = new ArrayList<>();
        request.roadmap().decisionsAbout(initiative).stream()
                .filter(receipt ->
                        receipt.initiative().filter(initiative.id()::equals).isPresent())
                .filter(receipt -> receipt.state() != Receipt.State.REPLACED)
                .reduce((earlier, later) -> later)
                .ifPresent(receipt -> {
                    ReceiptCard told = new ReceiptCard(request.scene(), receipt);
                    String back = told.comesBack().map(words -> " " + words).orElse("");
                    blocks.add(new Block.Text(Prose.of(told.headline() + " "
                            + request.scene().people().call(receipt.decider()) + ": "
                            + Phrases.quoted(Phrases.closed(receipt.reason())) + back)));
                });
        List<String> tradeOffs = initiative.values().all(Initiative.TRADE_OFFS);
        if (!tradeOffs.isEmpty()) {
            blocks.add(new Block.Facts(List.of(new Fact("Trade-offs", Prose.of(String.join("; ", tradeOffs))))));
        }
        blocks.add(new Block.Note(Prose.of(source(request, initiative))));
        blocks.add(Block.Buttons.of(
                Actions.ask("Show " + initiative.id(), "show " + initiative.id()),
                isDropped ? Actions.ask("Show Now", "now") : Actions.ask("Why this?", "why " + initiative.id())));
        return new Card(Prose.strong(isDropped ? dropped(request, initiative) : notRefused(initiative)), blocks);
    }

    private static String dropped(Request request, Initiative initiative) {
        String name = Phrases.named(initiative);
        return reason(request, initiative)
                .map(why -> name + (isToldBy(why) ? ": " : " was dropped: ") + Phrases.closed(why))
                .orElse(name + " was dropped; no reason is recorded.");
    }

    private static boolean isToldBy(String reason) {
        return reason.toLowerCase(Locale.ROOT).startsWith("dropped");
    }

    private static String notRefused(Initiative initiative) {
        return Phrases.named(initiative) + " was not ruled out: it is "
                + (initiative.horizon() == Horizon.DONE
                        ? "done."
                        : "in " + initiative.horizon().title() + ", " + Phrases.confidence(initiative) + ".");
    }

    /** What was said when it was dropped, or the rationale that a file gives. */
    private static Optional<String> reason(Request request, Initiative initiative) {
        return request.scene().history().about(initiative.id(), FAR).stream()
                .map(History.Entry::facts)
                .filter(facts -> facts.changes().stream().anyMatch(change -> drops(change, initiative)))
                .findFirst()
                .flatMap(ChangeSet::why)
                .or(() -> initiative.values().find(Initiative.WHY));
    }

    private static boolean drops(Change change, Initiative initiative) {
        return change instanceof Change.Edited<?> edited
                && edited.item().equals(initiative.id())
                && edited.after().filter(Horizon.DROPPED::equals).isPresent();
    }

    private static String source(Request request, Initiative initiative) {
        Phrases phrases = new Phrases(request.scene());
        return Stream.of(
                        initiative
                                .owner()
                                .map(owner -> "Owner " + phrases.call(owner))
                                .orElse("No owner is recorded"),
                        phrases.freshness(initiative))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static Turn otherwise(Request request, List<Item> near) {
        Optional<Receipt> receipt =
                Decided.about(request.roadmap(), request.rest()).stream().findFirst();
        return receipt.map(
                        decided -> request.say(decided(request, decided), Answer.about(Intent.WHY_NOT, decided.id())))
                .orElseGet(() -> request.say(
                        Refusal.of(request.roadmap(), request.rest())
                                .map(refusal -> ruledOut(request, refusal))
                                .orElseGet(() -> undecided(request, near)),
                        Answer.of(Intent.WHY_NOT)));
    }

    /** An earlier decision, its reason, and what would reopen it. */
    private static Card decided(Request request, Receipt receipt) {
        ReceiptCard told = new ReceiptCard(request.scene(), receipt);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(Prose.of(request.scene().people().call(receipt.decider()) + ", "
                + new Phrases(request.scene()).ago(receipt.on()) + ": "
                + Phrases.quoted(Phrases.closed(receipt.reason())))));
        told.comesBack().ifPresent(words -> blocks.add(new Block.Text(Prose.of(words))));
        blocks.add(Block.Buttons.of(
                Actions.ask("See " + receipt.id(), "show " + receipt.id()), Actions.ask("Show Now", "now")));
        return new Card(Prose.strong(told.headline()), blocks);
    }

    private static Card ruledOut(Request request, Refusal refusal) {
        Item by = refusal.by();
        String told = refusal.told();
        String whom = by.owner()
                .map(owner -> request.scene().people().fullName(owner) + " owns it and can tell more.")
                .orElse("No owner is recorded whom you could ask.");
        return Card.of(
                told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1),
                new Block.Text(Prose.of(whom)),
                Block.Buttons.of(
                        Actions.ask("Why " + by.id() + "?", "why " + by.id()),
                        Actions.ask("Show " + by.id(), "show " + by.id())));
    }

    private static Card undecided(Request request, List<Item> near) {
        String asked = Phrases.quoted(Phrases.clipped(new Subject(request, USAGE).asked()));
        String nearest = near.isEmpty()
                ? ""
                : " The nearest " + (near.size() == 1 ? "is " : "are ")
                        + Phrases.listed(near.stream().map(Phrases::named).toList()) + ".";
        return Card.of(
                "No decision about " + asked + " is recorded.",
                new Block.Text(Prose.of("Nothing on the roadmap is called so, and no non-goal names it." + nearest)),
                near.isEmpty()
                        ? Block.Buttons.of(Actions.ask("Show Now", "now"), Actions.ask("Show OKRs", "okrs"))
                        : new Block.Buttons(near.stream()
                                .map(item -> Actions.ask("Show " + item.id(), "show " + item.id()))
                                .toList()));
    }
}
