package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Comparator;
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
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
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
        return capacity().bets().stream()
                .filter(candidate -> !candidate.id().equals(bet().id()))
                .sorted(Comparator.comparing((Initiative candidate) ->
                                price(candidate).losing().size())
                        .thenComparing(candidate -> !candidate.serves().isEmpty())
                        .thenComparing(candidate -> candidate
                                .values()
                                .find(Initiative.COST_OF_DELAY)
                                .map(CostOfDelay::perWeek)
                                .orElse(java.math.BigDecimal.ZERO)))
                .toList();
    }

    private Price price(Initiative candidate) {
        return new Price(request().roadmap(), candidate);
    }

    private Block.Items.Row row(Initiative candidate) {
        Price price = price(candidate);
        List<Item> losing = price.losing();
        String loss = candidate.serves().isEmpty()
                ? "no line to an OKR"
                : losing.isEmpty()
                        ? "no OKR loses its last bet in Now"
                        : Phrases.listed(losing.stream()
                                        .map(item -> item.id().text())
                                        .toList()) + " would have nothing in Now";
        return new Block.Items.Row(
                Prose.strong(candidate.id() + " " + Phrases.clipped(candidate.title())),
                Stream.of(
                                Optional.of(loss),
                                price.weekly().map(weekly -> "delay costs " + weekly + " a week"),
                                Optional.of(price.work())
                                        .filter(work -> !work.startsWith("No"))
                                        .map(work -> work + " done"),
                                candidate
                                        .owner()
                                        .map(owner -> request().scene().people().call(owner)))
                        .flatMap(Optional::stream)
                        .map(Prose::of)
                        .toList());
    }

    private static List<Field.Option> options() {
        return Stream.of(Horizon.NEXT, Horizon.LATER, Horizon.DONE)
                .map(horizon -> new Field.Option(Moving.written(horizon), horizon.title()))
                .toList();
    }
}
