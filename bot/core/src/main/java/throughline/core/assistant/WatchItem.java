package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Change;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Values;
import throughline.core.roadmap.Watch;
import throughline.core.view.Phrases;

/** Tells the person from now on what becomes of an item. */
final class WatchItem implements Command {
    private static final Usage USAGE = Usage.of(
            "watch",
            "<name or id>",
            "Hear when something moves, is done, or has another target or owner",
            Intent.WATCH);

    @Override
    public Usage usage() {
        return USAGE;
    }

    /** The button that watches an item. */
    static Button button(Item item) {
        return Actions.ask("Watch " + item.id(), "watch " + item.id());
    }

    static Names among(Request request) {
        return Edit.editable(request).without(Kind.TEAM).without(Kind.EVIDENCE);
    }

    static Optional<Watch> of(Request request, Item item) {
        return request.roadmap().watching(item.id()).stream()
                .filter(watch -> watch.by().equals(request.person().id()))
                .findFirst();
    }

    @Override
    public Turn run(Request request) {
        Named named = Named.in(
                request.roadmap(),
                among(request),
                request.whole(),
                request.whole().length());
        if (named.item().isEmpty()) {
            return named.which(request, USAGE);
        }
        Item item = named.item().get();
        if (of(request, item).isPresent()) {
            return request.tell(
                    Card.of("You watch " + Phrases.named(item) + " already.", buttons(item)),
                    Subject.about(Intent.WATCH, item));
        }
        Watch watch = (Watch) Kind.WATCH.item(
                request.roadmap().nextBeside(Kind.WATCH),
                Values.none()
                        .with(Watch.ITEM, item.id())
                        .with(Watch.BY, request.person().id())
                        .with(Watch.ON, request.scene().today()));
        return request.tell(
                        Card.of(
                                "You watch " + Phrases.named(item) + " from now on.",
                                new Block.Text(Prose.of("I tell you when it moves, is done or dropped, or when its"
                                        + " target or owner changes. Not what you change yourself.")),
                                buttons(item)),
                        Subject.about(Intent.WATCH, item))
                .recording(
                        List.of(new Change.Added(watch)),
                        Set.of(watch.id().text(), item.id().text()),
                        Optional.empty());
    }

    private static Block.Buttons buttons(Item item) {
        return Block.Buttons.of(
                Actions.ask("Stop watching", "unwatch " + item.id()), Actions.ask("All you watch", "watching"));
    }
}
