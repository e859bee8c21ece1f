package throughline.core.assistant;

import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Team;
import throughline.core.view.ItemView;

/** Everything that is recorded about one thing. */
final class Show implements Command {
    private static final Usage USAGE = Usage.of(
                    "show", "<name or id>", "Where it stands and everything recorded about it", Intent.STATUS_OF)
            .or("status");

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
        return new Subject(request, USAGE).answer(Names.in(request.roadmap()), item -> shown(request, item));
    }

    private static Turn shown(Request request, Item item) {
        if (item instanceof Team team) {
            return TeamWork.of(request, team);
        }
        Card card = new ItemView(request.scene()).of(item, request.rows());
        return request.say(card.with(buttons(item)), Subject.about(Intent.STATUS_OF, item));
    }

    private static Block.Buttons buttons(Item item) {
        return item instanceof Initiative
                ? Block.Buttons.of(
                        Actions.ask("Which OKR?", "which-okr " + item.id()),
                        Actions.ask("Why this?", "why " + item.id()),
                        WatchItem.button(item))
                : Block.Buttons.of(Actions.ask("Show OKRs", "okrs"));
    }
}
