package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.view.Phrases;

/** Items of one kind beside each other, best first, with the reason for the order. */
final class Compare implements Command {
    private static final Usage USAGE = Usage.of(
                    "compare",
                    "<item> <item> …, or now, next, later, a theme",
                    "Scores beside each other, best first",
                    Intent.COMPARE)
            .or("comparison", "versus", "vs");

    /** So many named items are compared. */
    private static final int MOST = 8;

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
        Compared named = Compared.in(request.roadmap(), request.rest());
        if (named.horizon().isPresent()) {
            return whole(request, Bets.in(request, named.horizon().get(), named.withoutHorizon()));
        }
        List<Item> items = named.items();
        if (named.unknown().isPresent()) {
            return new Subject(request.about(named.unknown().get()), going(named))
                    .answer(Names.in(request.roadmap()).without(Kind.TEAM), item -> again(request, named, item));
        }
        if (items.size() == 1 && Bets.areUnder(items.get(0))) {
            return whole(request, Bets.under(request.roadmap(), items.get(0)));
        }
        return items.size() < 2 ? tooFew(request, items) : named(request, items);
    }

    /** The same command with what was understood, so that it need not be typed again. */
    private static Usage going(Compared named) {
        String verb = Stream.concat(
                        Stream.of(USAGE.verb()),
                        named.items().stream().map(item -> item.id().text()))
                .collect(Collectors.joining(" "));
        return Usage.of(verb, "<item>", USAGE.help(), USAGE.intent());
    }

    /** With a name that was not quite right, or that stands for one item all the same. */
    private Turn again(Request request, Compared named, Item found) {
        String items = Stream.concat(named.items().stream(), Stream.of(found))
                .distinct()
                .map(item -> item.id().text())
                .collect(Collectors.joining(" "));
        return run(request.about(items));
    }

    private static Turn whole(Request request, Bets bets) {
        if (bets.list().size() < 2) {
            return request.say(
                    Card.of(
                            bets.list().isEmpty()
                                    ? "Nothing is in " + bets.called() + ", so there is nothing to compare."
                                    : "Only " + Phrases.named(bets.list().get(0)) + " is in " + bets.called()
                                            + ", so there is nothing to compare.",
                            Block.Buttons.of(Actions.ask("Show Now", "now"))),
                    Answer.of(Intent.COMPARE));
        }
        return request.say(
                BetTable.of(request, bets).card(request.rows(), "compare " + bets.typed()),
                new Answer(Intent.COMPARE, bets.entities(), Optional.empty()));
    }

    private static Turn named(Request request, List<Item> items) {
        List<Item> compared = items.stream().limit(MOST).toList();
        Kind kind = compared.get(0).kind();
        List<Item> others =
                compared.stream().filter(item -> item.kind() != kind).toList();
        if (!others.isEmpty()) {
            return different(request, compared.get(0), others.get(0));
        }
        Card card = card(request, kind, compared);
        return request.say(
                items.size() > MOST
                        ? card.with(new Block.Note(Prose.of("I compare at most " + MOST + " that are named; I left out "
                                + Phrases.listed(items.stream()
                                        .skip(MOST)
                                        .map(item -> item.id().text())
                                        .toList())
                                + ".")))
                        : card,
                new Answer(
                        Intent.COMPARE, compared.stream().map(Subject::entity).toList(), Optional.empty()));
    }

    private static Card card(Request request, Kind kind, List<Item> items) {
        return kind == Kind.INITIATIVE
                ? BetTable.of(
                                request,
                                Bets.named(items.stream()
                                        .map(Initiative.class::cast)
                                        .toList()))
                        .card(MOST, "")
                : new OtherTable(request.roadmap(), request.scene()).card(kind, items);
    }

    private static Turn different(Request request, Item one, Item other) {
        return request.tell(
                Card.of(
                        "I compare things of one kind: " + Phrases.named(one) + " is "
                                + one.kind().withArticle() + ", " + Phrases.named(other) + " is "
                                + other.kind().withArticle() + ".",
                        new Block.Text(Prose.of("Type " + USAGE.typed() + ".")),
                        Block.Buttons.of(Actions.ask("Compare Now", "compare now"))),
                Answer.of(Intent.COMPARE));
    }

    private static Turn tooFew(Request request, List<Item> items) {
        List<Button> buttons = items.stream()
                .filter(Initiative.class::isInstance)
                .map(item -> Actions.ask("Score " + item.id(), "score " + item.id()))
                .toList();
        return request.tell(
                new Card(
                        Prose.strong(
                                items.isEmpty()
                                        ? "Which ones shall I compare?"
                                        : "With what shall I compare " + Phrases.named(items.get(0)) + "?"),
                        List.of(
                                new Block.Text(
                                        Prose.of("Type " + USAGE.typed() + ", for example /roadmap compare I3 I7.")),
                                new Block.Buttons(Stream.concat(
                                                Stream.of(Actions.ask("Compare Now", "compare now")), buttons.stream())
                                        .toList()))),
                Answer.of(Intent.COMPARE));
    }
}
