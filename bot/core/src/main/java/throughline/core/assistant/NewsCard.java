package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Flag;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.view.Phrases;

/** What a person is told of a commit of somebody else: what became of what they watch, and what they own that is flagged. */
record NewsCard(Scene scene, Optional<String> why) {
    Card of(Ripples.News news) {
        return news.watched().isEmpty() ? flagged(news.flagged()) : watched(news);
    }

    private Card watched(Ripples.News news) {
        List<Block> blocks = new ArrayList<>();
        List<String> others =
                new ArrayList<>(news.watched().subList(1, news.watched().size()));
        news.flagged().forEach(item -> others.add(Phrases.named(item) + " is flagged " + Flag.question(item.kind())));
        if (!others.isEmpty()) {
            blocks.add(rows(others));
        }
        why.ifPresent(
                reason -> blocks.add(new Block.Text(Prose.of("Why: " + Phrases.closed(Phrases.clipped(reason))))));
        ItemId first = news.items().get(0);
        blocks.add(Block.Buttons.of(
                news.flagged().isEmpty()
                        ? Actions.ask("Show " + first, "show " + first)
                        : Actions.askFirst("Your flags", "flags"),
                Actions.ask("Stop watching", "unwatch " + first)));
        blocks.add(new Block.Note(Prose.of("You watch "
                + Phrases.listed(news.items().stream()
                        .map(ItemId::text)
                        .distinct()
                        .limit(Request.ROWS)
                        .toList())
                + ".")));
        return new Card(
                Prose.strong(author() + " " + Phrases.closed(news.watched().get(0))), blocks);
    }

    private Card flagged(List<Item> items) {
        if (items.size() == 1) {
            Item item = items.get(0);
            return Card.of(
                    "Does " + Phrases.named(item) + " still hold? " + author() + " changed what it rests on.",
                    new Block.Text(Prose.of("It is flagged " + Flag.question(item.kind()) + " until you settle it.")),
                    Settle.buttons(item));
        }
        return Card.of(
                Phrases.plural(items.size(), "item", "items") + " of yours are flagged: " + author()
                        + " changed what they rest on.",
                rows(items.stream()
                        .limit(Request.ROWS)
                        .map(item -> Phrases.named(item) + ": " + Flag.question(item.kind()))
                        .toList()),
                Block.Buttons.of(Actions.askFirst("Settle them", "flags")));
    }

    /** A card that says something else to the same person, with this below. */
    Card added(Card card, Ripples.News news) {
        List<String> lines = new ArrayList<>();
        news.watched().forEach(line -> lines.add(author() + " " + line));
        news.flagged().forEach(item -> lines.add(Phrases.named(item) + " is flagged " + Flag.question(item.kind())));
        return card.with(new Block.Note(Prose.of("Also: "
                + Phrases.closed(
                        Phrases.listed(lines.stream().limit(Request.ROWS).toList())))));
    }

    private static Block rows(List<String> lines) {
        return new Block.Items(lines.stream()
                .limit(Request.ROWS)
                .map(line -> new Block.Items.Row(Prose.of(line), List.of()))
                .toList());
    }

    private String author() {
        return scene.people().call(scene.person().id());
    }
}
