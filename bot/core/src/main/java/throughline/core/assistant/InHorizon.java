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
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Team;
import throughline.core.view.InitiativeRows;
import throughline.core.view.Phrases;

/** What is in Now, Next or Later, for everybody or for one team. */
record InHorizon(Horizon horizon) implements Command {

    @Override
    public Usage usage() {
        return switch (horizon) {
            case NOW ->
                Usage.of("now", "[team]", "What is being built this quarter, and which OKR it serves", Intent.NOW);
            case NEXT -> Usage.of("next", "[team]", "What is planned for the following quarter", Intent.NEXT);
            default -> Usage.of("later", "[team]", "Ideas without committed scope", Intent.LATER);
        };
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        Names.Found found = Names.in(request.roadmap()).only(Kind.TEAM).find(request.rest());
        Optional<Team> team = found instanceof Names.Found.One one ? Optional.of((Team) one.item()) : Optional.empty();
        Listing<Initiative> bets = team.map(some -> request.roadmap().in(horizon, some))
                .orElseGet(() -> request.roadmap().in(horizon));
        return request.say(
                card(request, team, bets),
                team.map(some -> Subject.about(usage().intent(), some)).orElseGet(() -> Answer.of(usage().intent())));
    }

    private Card card(Request request, Optional<Team> team, Listing<Initiative> bets) {
        Prose headline = Prose.strong(headline(request, team, bets)).then(bets.isEmpty() ? "" : " " + promise());
        if (bets.isEmpty()) {
            return Card.of(headline, new Block.Buttons(others(request, team, bets)));
        }
        return Card.of(
                headline,
                new InitiativeRows(request.scene()).of(bets.stream().limit(request.rows())),
                new Block.Buttons(others(request, team, bets)));
    }

    private String headline(Request request, Optional<Team> team, Listing<Initiative> bets) {
        String where =
                horizon.title() + team.map(some -> " for " + some.title()).orElse("");
        if (bets.isEmpty()) {
            return "Nothing is in " + where + ".";
        }
        return where + ": " + count(request, team, bets) + ".";
    }

    private String count(Request request, Optional<Team> team, Listing<Initiative> bets) {
        String count = Phrases.plural(bets.size(), "bet", "bets");
        if (horizon != Horizon.NOW || team.isPresent()) {
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

    private List<Button> others(Request request, Optional<Team> team, Listing<Initiative> bets) {
        String filter = team.map(some -> " " + some.title()).orElse("");
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
