package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Block.Facts.Fact;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.decision.Wire;
import throughline.core.people.PersonId;
import throughline.core.roadmap.FeatureRequest;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Receipt;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.Phrases;

/**
 * What is said of a decision.
 *
 * @param roadmap as it will be when the decision is recorded
 */
record ReceiptCard(Scene scene, Roadmap roadmap, Receipt receipt) {
    ReceiptCard(Scene scene, Receipt receipt) {
        this(scene, scene.roadmap(), receipt);
    }

    /** Where what goes out goes. */
    static Horizon to(Receipt receipt) {
        return receipt.values().find(Receipt.TO).orElse(Horizon.NEXT);
    }

    /** "Not now: bulk export stays in Later (D9).". */
    String headline() {
        String title = Phrases.clipped(receipt.title());
        String id = " (" + receipt.id() + ").";
        if (receipt.state() == Receipt.State.REPLACED) {
            return "No longer in force: " + title + id;
        }
        if (receipt.isPending()) {
            return "Not settled yet: " + title + " in Now in place of " + outgoing() + id;
        }
        String back = receipt.state() == Receipt.State.REOPENED ? "It came back: " : "";
        return back
                + switch (receipt.what()) {
                    case SWAP -> "Yes: " + title + " is in Now, in place of " + outgoing() + id;
                    case NOW -> "Yes: " + title + " is in Now" + id;
                    case OVERRIDE -> "Yes, against the gate: " + title + " is in Now" + id;
                    case NEXT -> "Not now: " + title + " is in Next" + id;
                    case LATER -> "Not now: " + title + " is in Later" + id;
                    case DECLINED -> "Declined: " + title + id;
                    case JOINED -> "Joined: " + title + " is one with " + called(receipt.initiative()) + id;
                };
    }

    private String outgoing() {
        return receipt.out()
                .map(item -> roadmap.find(item)
                        .map(Item::title)
                        .map(Phrases::clipped)
                        .orElse(item.text()))
                .orElse("another");
    }

    private String called(Optional<ItemId> id) {
        return id.map(item -> roadmap.find(item).map(Phrases::named).orElse(item.text()))
                .orElse("another");
    }

    /** To who asked for it and to who joined. */
    Card outcome() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(text(call(receipt.decider()) + ": " + Phrases.quoted(Phrases.closed(receipt.reason()))));
        comesBack().ifPresent(told -> blocks.add(text(told + " I'll bring it back by myself.")));
        List<Button> buttons = new ArrayList<>();
        buttons.add(Actions.ask("See " + receipt.id(), "show " + receipt.id()));
        receipt.initiative().flatMap(roadmap::find).ifPresent(bet -> buttons.add(WatchItem.button(bet)));
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(headline()), blocks);
    }

    /** "Revisit when 7-day activation (O1-KR2) passes 55 %.", unless it came back or is no longer in force. */
    Optional<String> comesBack() {
        return receipt.isWatched() || receipt.isPending()
                ? receipt.tripwire().map(tripwire -> "Revisit " + new Wire(roadmap, tripwire).told() + ".")
                : Optional.empty();
    }

    /** The whole receipt. */
    Card whole() {
        List<Fact> facts = new ArrayList<>();
        request().ifPresent(asked -> {
            facts.add(new Fact("Asked by", Prose.of(voices(asked))));
            facts.add(new Fact("Problem", Prose.of(Phrases.clipped(asked.problem()))));
            facts.add(new Fact("OKR", Prose.of(okr(asked))));
        });
        receipt.out()
                .ifPresent(id -> facts.add(new Fact(
                        "Goes out",
                        Prose.of(called(receipt.out()) + " to " + to(receipt).title() + answer()))));
        facts.add(new Fact("Decided by", Prose.of(call(receipt.decider()) + ", " + ago())));
        facts.add(new Fact("Why", Prose.of(receipt.reason())));
        receipt.values()
                .find(Receipt.SETTLED_BY)
                .ifPresent(lead -> facts.add(new Fact(
                        "Settled by",
                        Prose.of(call(lead)
                                + receipt.values()
                                        .find(Receipt.SETTLED_REASON)
                                        .map(why -> ": " + why)
                                        .orElse("")))));
        receipt.tripwire()
                .ifPresent(tripwire ->
                        facts.add(new Fact("Revisit", Prose.of(new Wire(roadmap, tripwire).told() + returned()))));
        Card card = new Card(Prose.strong(headline()), List.of(new Block.Facts(facts)));
        List<Button> buttons = buttons();
        return buttons.isEmpty() ? card : card.with(new Block.Buttons(buttons));
    }

    private String answer() {
        return receipt.answer()
                .map(said -> (said == Receipt.Answer.AGREED
                                ? "; " + answerer() + " agreed"
                                : "; " + answerer() + " objected")
                        + receipt.values()
                                .find(Receipt.ANSWER_REASON)
                                .map(why -> ": " + why)
                                .orElse(""))
                .or(() -> receipt.values().find(Receipt.ASKED_OF).map(person -> "; " + call(person) + " is asked"))
                .orElse("");
    }

    private String answerer() {
        return receipt.values().find(Receipt.ANSWERED_BY).map(this::call).orElse("its owner");
    }

    private String returned() {
        return receipt.values()
                .find(Receipt.REOPENED_ON)
                .map(day -> "; came back " + new Phrases(scene).ago(day)
                        + receipt.values()
                                .find(Receipt.REOPENED_WHY)
                                .map(what -> ": " + what)
                                .orElse(""))
                .orElse("");
    }

    private List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        receipt.initiative()
                .flatMap(roadmap::find)
                .ifPresent(bet -> buttons.add(Actions.ask("Show " + bet.id(), "show " + bet.id())));
        request().ifPresent(asked -> buttons.add(Actions.ask("Decide again", "decide " + asked.id() + " again")));
        return buttons;
    }

    private String voices(FeatureRequest asked) {
        int more = asked.people().size() - 1;
        return call(asked.author()) + (more == 0 ? "" : " and " + Phrases.plural(more, "other", "others")) + " ("
                + asked.id() + ")";
    }

    private String okr(FeatureRequest asked) {
        Optional<Item> above = asked.keyResult().or(asked::objective).flatMap(roadmap::find);
        return above.map(item -> item instanceof KeyResult keyResult
                        ? keyResult.id() + " " + Phrases.progress(keyResult)
                        : Phrases.named(item))
                .orElse("None of them");
    }

    Optional<FeatureRequest> request() {
        return receipt.request().flatMap(id -> roadmap.find(id, FeatureRequest.class));
    }

    Block.Items.Row row() {
        return new Block.Items.Row(
                Prose.strong(receipt.id() + " " + Phrases.clipped(receipt.title())),
                Stream.of(
                                Optional.of(what()),
                                Optional.of(call(receipt.decider()) + ", " + ago()),
                                Optional.of(Phrases.quoted(Phrases.clipped(receipt.reason()))),
                                comesBack())
                        .flatMap(Optional::stream)
                        .map(Prose::of)
                        .toList());
    }

    /** "declined", "in Next". */
    String what() {
        if (receipt.isPending()) {
            return receipt.state() == Receipt.State.OBJECTED
                    ? "its owner objects"
                    : isCleared() ? "agreed, not complete yet" : "waits for an answer";
        }
        String what = switch (receipt.what()) {
            case SWAP ->
                "in Now by a swap for " + receipt.out().map(ItemId::text).orElse("another");
            case NOW -> "in Now";
            case OVERRIDE -> "in Now by override";
            case NEXT -> "in Next";
            case LATER -> "in Later";
            case DECLINED -> "declined";
            case JOINED -> "joined";
        };
        return switch (receipt.state()) {
            case REOPENED -> what + ", came back";
            case REPLACED -> what + ", no longer in force";
            default -> what;
        };
    }

    private boolean isCleared() {
        return receipt.values().find(Receipt.ASKED_OF).isEmpty()
                || receipt.answer().filter(Receipt.Answer.AGREED::equals).isPresent()
                || receipt.values().find(Receipt.SETTLED_BY).isPresent();
    }

    private String ago() {
        return new Phrases(scene).ago(receipt.on());
    }

    private String call(PersonId person) {
        return scene.people().call(person);
    }

    private static Block text(String words) {
        return new Block.Text(Prose.of(words));
    }
}
