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
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Product;
import throughline.core.view.InitiativeRows;
import throughline.core.view.Phrases;

/** What is in Now, Next or Later, for everybody or for some teams, objectives, key results, themes and owners. */
record InHorizon(Horizon horizon) implements Command {
    private static final String FILTER = "[team, OKR, theme or owner]";

    @Override
    public Usage usage() {
        return switch (horizon) {
            case NOW ->
                Usage.of("now", FILTER, "What is being built this quarter, and which OKR it serves", Intent.NOW);
            case NEXT -> Usage.of("next", FILTER, "What is planned for the following quarter", Intent.NEXT);
            default -> Usage.of("later", FILTER, "Ideas without committed scope", Intent.LATER);
        };
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        Scope scope = Scope.of(request);
        return request.say(
                card(request, scope, scope.in(request.roadmap(), horizon)),
                new Answer(usage().intent(), scope.entities(), Optional.empty()));
    }

    private Card card(Request request, Scope scope, Scope.Bets bets) {
        boolean isEmpty = bets.size() == 0;
        List<Block> blocks = new ArrayList<>();
        if (!isEmpty) {
            blocks.add(new InitiativeRows(request.scene()).of(bets.all().get().limit(request.rows())));
        }
        if (!scope.unknown().isEmpty()) {
            blocks.add(new Block.Note(Prose.of("I know no team, OKR, theme or person called "
                    + Phrases.quoted(Phrases.clipped(scope.unknown())) + ", so I left that out.")));
        }
        blocks.add(new Block.Buttons(others(request, scope, bets)));
        return new Card(Prose.strong(headline(request, scope, bets)).then(isEmpty ? "" : " " + promise()), blocks);
    }

    private String headline(Request request, Scope scope, Scope.Bets bets) {
        String where = horizon.title() + (scope.isEverything() ? "" : " for " + scope.called());
        if (bets.size() == 0) {
            return "Nothing is in " + where + ".";
        }
        return where + ": " + count(request, scope, bets) + ".";
    }

    private String count(Request request, Scope scope, Scope.Bets bets) {
        String count = Phrases.plural(bets.size(), "bet", "bets");
        if (horizon != Horizon.NOW || !scope.isEverything()) {
            return count;
        }
        int limit = request.roadmap().products().stream()
                .mapToInt(Product::nowLimit)
                .sum();
        int major = request.roadmap().majorBets(Horizon.NOW).size();
        if (limit == 0) {
            return count;
        }
        return major > limit
                ? count + ", " + (major - limit) + " over the limit of " + limit + " major ones"
                : count + ", " + major + " of " + limit + " major ones";
    }

    private String promise() {
        return switch (horizon) {
            case NOW -> "This quarter; scope is locked.";
            case NEXT -> "The following quarter; scope is being defined.";
            default -> "Ideas for the future; no scope is committed.";
        };
    }

    private List<Button> others(Request request, Scope scope, Scope.Bets bets) {
        String filter = scope.typed();
        List<Button> buttons = new ArrayList<>();
        if (bets.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + bets.size(), usage().verb() + filter + " all"));
        }
        buttons.add(
                switch (horizon) {
                    case NOW -> Actions.ask("Show Next", "next" + filter);
                    case NEXT -> Actions.ask("Show Later", "later" + filter);
                    default -> Actions.ask("Show Now", "now" + filter);
                });
        return buttons;
    }
}
