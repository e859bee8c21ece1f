package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Watch;
import throughline.core.view.Phrases;

/** Tells the person no longer what becomes of an item. */
final class Unwatch implements Command {
    private static final Usage USAGE = Usage.of("unwatch", "<name or id>", "Stop watching something", Intent.WATCH);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Named named = Named.in(
                request.roadmap(),
                WatchItem.among(request),
                request.whole(),
                request.whole().length());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Item item = named.item().get();
        Optional<Watch> watch = WatchItem.of(request, item);
        Card card = Card.of(
                watch.isPresent()
                        ? "You no longer watch " + Phrases.named(item) + "."
                        : "You don't watch " + Phrases.named(item) + ". Nothing was changed.",
                Block.Buttons.of(WatchItem.button(item), Actions.ask("All you watch", "watching")));
        Turn told = request.tell(card, Subject.about(Intent.WATCH, item));
        return watch.map(found -> told.recording(
                        List.of(new Change.Removed(found)), Set.of(found.id().text()), Optional.empty()))
                .orElse(told);
    }
}
