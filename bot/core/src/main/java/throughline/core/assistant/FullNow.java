package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Field;
import throughline.core.card.Prose;
import throughline.core.check.Capacity;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.view.Phrases;

/** Asks what goes out of a full Now for something that is ready for it, each with its price. */
record FullNow(Edits edits, Gate.Verdict.Refused refused) {
    static final String OUT = "out";
    static final String TO = "to";

    /** A choice holds no more on every platform. */
    private static final int CHOICES = 25;

    private Request request() {
        return edits.request();
    }

    private Initiative bet() {
        return refused.arrival().bet();
    }

    Turn told() {
        List<Initiative> candidates = candidates();
        String again = edits.line().orElse("horizon: now");
        Card card = Card.of(
                Prose.strong("Now is full (" + capacity().told() + "). What would you take out for "
                        + Phrases.named(bet()) + "?"),
                new Block.Items(
                        candidates.stream().limit(Request.ROWS).map(this::row).toList()),
                new Block.Form(
                        List.of(
                                Field.choice(
                                        OUT,
                                        "Goes out",
                                        candidates.stream()
                                                .limit(CHOICES)
                                                .map(it -> new Field.Option(
                                                        it.id().text(), it.id() + " " + Phrases.clipped(it.title())))
                                                .toList()),
                                Field.choice(TO, "Where to", options()),
                                Field.text(NotReady.REASON, "Why this trade", true)),
                        Button.primary(Actions.FILL, "Swap", "edit " + bet().id() + " swap; " + again),
                        Optional.empty()),
                new Block.Buttons(buttons(again)));
        return request().tell(card, Subject.about(Intent.MOVE, bet()));
    }

    private List<Button> buttons(String again) {
        List<Button> buttons = new ArrayList<>();
        if (!refused.arrival().enters()) {
            buttons.add(Actions.ask("Leave it", "show " + bet().id()));
        } else {
            buttons.add(
                    isIn(Horizon.NEXT)
                            ? Actions.ask("Leave it in Next", "show " + bet().id())
                            : Actions.ask("Put it in Next", "move " + bet().id() + " next"));
        }
        buttons.add(Actions.ask("Override", "edit " + bet().id() + " override; " + again));
        return buttons;
    }

    private boolean isIn(Horizon horizon) {
        return edits.item() instanceof Initiative was && was.horizon() == horizon;
    }

    private Capacity capacity() {
        return new Capacity(
                request().roadmap(),
                Capacity.of(refused.arrival().after(), bet()).product());
    }

    /** What would hurt least comes first. */
    private List<Initiative> candidates() {
        return Price.cheapestFirst(
                request().roadmap(),
                capacity().bets().stream()
                        .filter(candidate -> !candidate.id().equals(bet().id()))
                        .toList());
    }

    private Block.Items.Row row(Initiative candidate) {
        return new Price(request().roadmap(), candidate).row(request().scene().people());
    }

    private static List<Field.Option> options() {
        return Stream.of(Horizon.NEXT, Horizon.LATER, Horizon.DONE)
                .map(horizon -> new Field.Option(Moving.written(horizon), horizon.title()))
                .toList();
    }
}
