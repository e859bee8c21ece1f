package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.People;
import throughline.core.people.PersonId;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Team;
import throughline.core.view.Phrases;

/** Who owns something, who builds it and whom to ask. */
final class Who implements Command {
    private static final Usage USAGE = Usage.of(
                    "who", "<name or id>", "Who owns it and which team builds it", Intent.WHO_OWNS)
            .or("owner");

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
        return new Subject(request, USAGE)
                .answer(
                        Names.in(request.roadmap()),
                        item -> request.say(card(request, item), Subject.about(Intent.WHO_OWNS, item)));
    }

    private static Card card(Request request, Item item) {
        People people = request.scene().people();
        Optional<PersonId> owner = item.owner();
        List<Block> blocks = new ArrayList<>();
        team(request, item).ifPresent(team -> blocks.add(new Block.Text(Prose.of(team))));
        blocks.add(buttons(item));
        String headline = owner.map(id -> people.fullName(id) + role(item) + Phrases.named(item) + ".")
                .orElse("Nobody is recorded as the owner of " + Phrases.named(item) + ".");
        return new Card(Prose.strong(headline), blocks);
    }

    private static Block.Buttons buttons(Item item) {
        return item instanceof Team
                ? Block.Buttons.of(Actions.ask("What it works on", "team " + item.title()))
                : Block.Buttons.of(
                        Actions.ask("Show " + item.id(), "show " + item.id()),
                        Actions.ask("Which OKR?", "which-okr " + item.id()));
    }

    private static String role(Item item) {
        if (item instanceof KeyResult) {
            return " measures ";
        }
        return item instanceof Team || item instanceof Product ? " leads " : " owns ";
    }

    private static Optional<String> team(Request request, Item item) {
        Optional<ItemId> id = item instanceof Initiative initiative ? initiative.team() : Optional.empty();
        return id.flatMap(team -> request.roadmap().find(team, Team.class))
                .map(team -> "The " + team.title() + " team builds it" + lead(request, team) + channel(team) + ".");
    }

    private static String lead(Request request, Team team) {
        return team.owner()
                .map(lead -> "; " + request.scene().people().call(lead) + " leads the team")
                .orElse("");
    }

    private static String channel(Team team) {
        return team.channel().map(channel -> "; it talks in " + channel).orElse("");
    }
}
