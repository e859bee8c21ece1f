package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Block.Facts.Fact;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.view.Phrases;

/** What it would cost to push an initiative back or to drop it. */
final class TradeOff implements Command {
    private static final Usage USAGE = Usage.of(
                    "trade-off", "<initiative>", "What happens if we push or drop it", Intent.TRADEOFF)
            .or("tradeoff", "trade-offs", "tradeoffs");

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
        return new Subject(request, USAGE)
                .answer(
                        Names.in(request.roadmap()).only(Kind.INITIATIVE),
                        item -> request.say(card(request, (Initiative) item), Subject.about(Intent.TRADEOFF, item)));
    }

    private static Card card(Request request, Initiative bet) {
        Price price = new Price(request.roadmap(), bet);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts(request, bet, price)));
        String freshness = new Phrases(request.scene()).freshness(bet);
        if (!freshness.isEmpty()) {
            blocks.add(new Block.Note(Prose.of(freshness)));
        }
        blocks.add(Block.Buttons.of(
                Actions.ask("Why this?", "why " + bet.id()), Actions.ask("Which OKR?", "which-okr " + bet.id())));
        return new Card(Prose.strong(headline(bet, price)), blocks);
    }

    private static String headline(Initiative bet, Price price) {
        String name = Phrases.named(bet);
        if (bet.horizon() == Horizon.DONE || bet.horizon() == Horizon.DROPPED) {
            return name + (bet.horizon() == Horizon.DONE ? " is done" : " was dropped already")
                    + ", so there is nothing to push.";
        }
        List<String> costs = Stream.of(
                        Optional.of(loss(bet, price)),
                        price.weekly().map(weekly -> "each week of delay costs about " + weekly),
                        Optional.of(waiting(price)).filter(text -> !text.isEmpty()))
                .flatMap(Optional::stream)
                .toList();
        return "Without " + name + ", " + Phrases.listed(costs) + ".";
    }

    private static String loss(Initiative bet, Price price) {
        if (bet.horizon() != Horizon.NOW) {
            return "nothing in Now changes, since it is in " + bet.horizon().title();
        }
        List<Item> losing = price.losing();
        if (losing.isEmpty()) {
            return bet.serves().isEmpty()
                    ? "no OKR loses anything, since it serves none"
                    : "no OKR loses its last bet in Now";
        }
        return Phrases.listed(losing.stream().map(item -> item.id().text()).toList())
                + (losing.size() == 1 ? " loses its" : " lose their") + " last bet in Now";
    }

    private static String waiting(Price price) {
        int waiting = price.waiting().size();
        return waiting == 0 ? "" : Phrases.plural(waiting, "initiative waits", "initiatives wait") + " for it";
    }

    private static List<Fact> facts(Request request, Initiative bet, Price price) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Line", Prose.join("; ", new Phrases(request.scene()).lineOf(bet))));
        facts.add(new Fact("In Now without it", Prose.of(remaining(price))));
        facts.add(new Fact(
                "Cost of delay", Prose.of(price.costOfDelay(request.scene().today()))));
        facts.add(new Fact("Waiting for it", Prose.of(named(price.waiting(), request.rows()))));
        facts.add(new Fact("Scores", Prose.of(price.scores(request.scene().today()))));
        facts.add(new Fact("Freed", Prose.of(price.freed())));
        facts.add(new Fact("Work done", Prose.of(price.work())));
        facts.add(new Fact(
                "Owner",
                Prose.of(bet.owner().map(request.scene().people()::fullName).orElse("Nobody is recorded"))));
        return facts;
    }

    private static String remaining(Price price) {
        List<String> left = price.keyResults().stream()
                .map(keyResult ->
                        keyResult.id() + ": " + Phrases.plural(price.othersInNow(keyResult), "other bet", "other bets"))
                .toList();
        return left.isEmpty() ? "It serves no key result" : String.join("; ", left);
    }

    private static String named(List<Initiative> waiting, int most) {
        if (waiting.isEmpty()) {
            return "Nothing is recorded to depend on it";
        }
        int more = waiting.size() - Math.min(most, waiting.size());
        return String.join(
                        ", ", waiting.stream().limit(most).map(Phrases::named).toList())
                + (more == 0 ? "" : " and " + more + " more");
    }
}
