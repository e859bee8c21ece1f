package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.conversation.Turn;
import throughline.core.edit.Wish;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Kind;
import throughline.core.view.Phrases;

/** Takes an initiative to another horizon. */
record Moving(Request request, Initiative bet, Horizon to, Entering how) {
    Moving(Request request, Initiative bet, Horizon to) {
        this(request, bet, to, Entering.PLAIN);
    }

    static Names among(Request request) {
        return Names.in(request.roadmap()).only(Kind.INITIATIVE);
    }

    boolean isThere() {
        return bet.horizon() == to;
    }

    Turn recorded(Optional<String> why) {
        if (isThere()) {
            return request.tell(
                    Card.of(
                            Phrases.named(bet) + " is in " + to.title() + " already. Nothing was changed.",
                            Block.Buttons.of(Actions.ask("Show " + bet.id(), "show " + bet.id()))),
                    Subject.about(Intent.MOVE, bet));
        }
        return edits().recorded(Intent.MOVE, why);
    }

    Edits edits() {
        return new Edits(request, bet, List.of(new Wish<>(Initiative.HORIZON, Optional.of(to))), how);
    }

    static String written(Horizon horizon) {
        return horizon.name().toLowerCase(Locale.ROOT);
    }
}
