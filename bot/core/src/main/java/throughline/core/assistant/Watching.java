package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Watch;
import throughline.core.view.Phrases;

/** What the person watches. */
final class Watching implements Command {
    private static final Usage USAGE = Usage.of("watching", "", "What you watch, and where it stands", Intent.WATCHING);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Listing<Watch> all = request.roadmap().watchedBy(request.person().id());
        Page page = Page.of(request.rest(), request.all());
        List<Watch> shown = all.from(page.from()).limit(page.rows()).toList();
        return request.tell(
                card(request, all.size(), page, shown),
                Answer.about(Intent.WATCHING, shown.stream().map(Watch::item).toArray(ItemId[]::new)));
    }

    private static Card card(Request request, int size, Page page, List<Watch> shown) {
        if (size == 0) {
            return Card.of(
                    "You watch nothing yet. Type /roadmap watch and a name.",
                    Block.Buttons.of(Actions.ask("Show Now", "now")));
        }
        Card card = Card.of(
                "You watch " + Phrases.plural(size, "item.", "items."),
                new Block.Items(shown.stream().map(watch -> row(request, watch)).toList()));
        List<Button> buttons = new ArrayList<>();
        if (page.isFirstAnswer() && shown.size() < size) {
            buttons.add(Actions.ask("Show all " + size, "watching page 1"));
        } else if (page.from() + shown.size() < size) {
            buttons.add(Actions.ask("Next page", "watching page " + (page.number() + 1)));
        }
        shown.stream()
                .findFirst()
                .ifPresent(
                        watch -> buttons.add(Actions.ask("Stop watching " + watch.item(), "unwatch " + watch.item())));
        return buttons.isEmpty() ? card : card.with(new Block.Buttons(buttons));
    }

    private static Block.Items.Row row(Request request, Watch watch) {
        Optional<Item> item = request.roadmap().find(watch.item());
        String where = item.map(found -> found instanceof Initiative bet
                        ? bet.horizon().title()
                        : found.kind().title())
                .orElse("no longer on the roadmap");
        return new Block.Items.Row(
                Prose.strong(item.map(Phrases::named).orElse(watch.item().text())), List.of(Prose.of(where)));
    }
}
