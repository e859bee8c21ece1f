package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Listing;
import throughline.core.view.FlagWords;
import throughline.core.view.Phrases;

/** What is flagged and not settled: the person's own first, everybody's where there is none or all is wanted. */
final class Flags implements Command {
    private static final Usage USAGE =
            Usage.of("flags", "[all]", "Initiatives and workstreams that a change above put in question", Intent.FLAG);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Listing<Item> all = request.roadmap().flagged();
        Listing<Item> own = request.roadmap().flaggedOf(request.person().id());
        Page page = Page.of(request.rest(), request.all());
        boolean isOwn = page.isFirstAnswer() && !own.isEmpty();
        Listing<Item> listed = isOwn ? own : all;
        List<Item> shown = listed.from(page.from()).limit(page.rows()).toList();
        return request.tell(
                card(request, isOwn ? own.size() : 0, all.size(), page, shown),
                Answer.about(Intent.FLAG, shown.stream().map(Item::id).toArray(ItemId[]::new)));
    }

    private static Card card(Request request, int own, int all, Page page, List<Item> shown) {
        if (all == 0) {
            return Card.of(
                    "Nothing is flagged: nothing changed above it that is not settled.",
                    Block.Buttons.of(Actions.ask("Show Now", "now")));
        }
        List<Button> buttons = new ArrayList<>();
        shown.stream()
                .findFirst()
                .ifPresent(item -> buttons.add(Actions.askFirst("Settle " + item.id(), "settle " + item.id())));
        int left = all - page.from() - shown.size();
        if (left > 0) {
            buttons.add(
                    page.isFirstAnswer()
                            ? Actions.ask("Show all " + all, "flags page 1")
                            : Actions.ask("Next page", "flags page " + (page.number() + 1)));
        }
        String headline = own > 0
                ? Phrases.plural(own, "item of yours is", "items of yours are") + " flagged, of " + Phrases.digits(all)
                        + " in all."
                : Phrases.plural(all, "item is", "items are") + " flagged"
                        + (page.isFirstAnswer() ? ", none of them yours." : ".");
        Card card = Card.of(headline, rows(request, shown));
        return buttons.isEmpty() ? card : card.with(new Block.Buttons(buttons));
    }

    private static Block rows(Request request, List<Item> shown) {
        FlagWords words = new FlagWords(request.scene());
        return new Block.Items(shown.stream()
                .map(item -> new Block.Items.Row(
                        Prose.strong(Phrases.named(item)),
                        words.of(item).stream().map(Prose::of).toList()))
                .toList());
    }
}
