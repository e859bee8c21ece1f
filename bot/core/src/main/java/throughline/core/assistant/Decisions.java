package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.decision.UrgencyTax;
import throughline.core.people.Person;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Receipt;
import throughline.core.view.Phrases;

/** What was decided about requests, the latest first, and what deciding in a hurry costs. */
final class Decisions implements Command {
    private static final Usage USAGE = Usage.of(
            "decisions",
            "[mine, waiting, back, tax, or an initiative]",
            "What was decided about requests, and what brings it back",
            Intent.DECISION);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        String scope = request.rest().strip().toLowerCase(Locale.ROOT);
        return switch (scope) {
            case "" -> listed(request, latest(request.roadmap().decisions().toList()), "are recorded");
            case "mine", "my" ->
                listed(
                        request,
                        latest(request.roadmap()
                                .decisionsBy(request.person().id())
                                .toList()),
                        "are yours");
            case "waiting", "open", "pending" ->
                listed(request, latest(request.roadmap().pendingDecisions().toList()), "wait for somebody");
            case "back", "reopened" ->
                listed(request, latest(request.roadmap().reopenedDecisions().toList()), "came back");
            case "tax", "urgency tax", "urgency" -> tax(request);
            default -> about(request);
        };
    }

    private static Turn about(Request request) {
        Optional<Item> bet = Names.in(request.roadmap()).only(Kind.INITIATIVE).whole(request.rest());
        if (bet.isPresent()) {
            return listed(
                    request,
                    latest(request.roadmap()
                            .decisionsAbout((Initiative) bet.get())
                            .toList()),
                    "are about " + Phrases.named(bet.get()));
        }
        List<Receipt> found = Decided.about(request.roadmap(), request.rest());
        return listed(request, found, "are about " + Phrases.quoted(Phrases.clipped(request.rest())));
    }

    private static List<Receipt> latest(List<Receipt> receipts) {
        List<Receipt> newestFirst = new ArrayList<>(receipts.stream()
                .filter(receipt -> receipt.state() != Receipt.State.REPLACED)
                .toList());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static Turn listed(Request request, List<Receipt> receipts, String which) {
        Answer answer = new Answer(
                Intent.DECISION,
                receipts.stream()
                        .limit(request.rows())
                        .map(receipt -> receipt.id().text())
                        .toList(),
                Optional.empty());
        if (receipts.isEmpty()) {
            return request.tell(
                    Card.of(
                            "No decisions " + which + ".",
                            new Block.Text(Prose.of("What is decided about a request is kept with its reason and with"
                                    + " what would bring it back."))),
                    answer);
        }
        Card card = Card.of(
                Phrases.plural(receipts.size(), "decision", "decisions") + " "
                        + (receipts.size() == 1
                                ? which.replaceFirst("^are", "is").replaceFirst("^wait ", "waits ")
                                : which)
                        + ".",
                new Block.Items(receipts.stream()
                        .limit(request.rows())
                        .map(receipt -> new ReceiptCard(request.scene(), receipt).row())
                        .toList()));
        List<Button> buttons = new ArrayList<>();
        Receipt first = receipts.get(0);
        buttons.add(Actions.ask("See " + first.id(), "show " + first.id()));
        if (receipts.size() > request.rows()) {
            buttons.add(0, Actions.askFirst("Show all " + receipts.size(), "decisions " + request.rest() + " all"));
        }
        return request.tell(card.with(new Block.Buttons(buttons)), answer);
    }

    /* The urgency tax */

    private static Turn tax(Request request) {
        List<UrgencyTax.Line> lines = UrgencyTax.of(
                request.roadmap(),
                person -> request.scene()
                        .people()
                        .find(person)
                        .map(Person::details)
                        .flatMap(Person.Details::department)
                        .orElse("Other departments"));
        Answer answer = Answer.of(Intent.DECISION);
        if (lines.isEmpty()) {
            return request.tell(
                    Card.of(
                            "No urgency tax: nothing came into Now against the gate or for another.",
                            Block.Buttons.of(Actions.ask("Show Now", "now"))),
                    answer);
        }
        UrgencyTax.Line first = lines.get(0);
        Card card = Card.of(
                "Urgency tax: in " + first.quarter() + " " + first.department() + " had "
                        + Phrases.plural(first.overrides(), "override", "overrides") + " and "
                        + Phrases.plural(first.swaps(), "swap", "swaps") + ".",
                new Block.Table(
                        List.of("Quarter", "Department", "Overrides", "Swaps", "Delay a week"),
                        lines.stream()
                                .limit(request.rows())
                                .map(line -> new Block.Table.Line(List.of(
                                        Prose.of(line.quarter()),
                                        Prose.of(line.department()),
                                        Prose.of(String.valueOf(line.overrides())),
                                        Prose.of(String.valueOf(line.swaps())),
                                        Prose.of(line.delay()
                                                .map(cost -> String.format(Locale.US, "%,.0f", cost))
                                                .orElse("")))))
                                .toList()),
                new Block.Note(Prose.of("By the department of who asked. The delay is that of what went out of Now for"
                        + " it, as recorded there.")));
        return request.tell(
                lines.size() > request.rows()
                        ? card.with(Block.Buttons.of(Actions.askFirst("Show all " + lines.size(), "decisions tax all")))
                        : card,
                answer);
    }
}
