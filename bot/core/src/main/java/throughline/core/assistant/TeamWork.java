package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.people.PersonId;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.ritual.Articulation;
import throughline.core.ritual.Trend;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Team;
import throughline.core.view.InitiativeRows;
import throughline.core.view.Phrases;
import throughline.core.view.TeamView;

/** What a team works on and why; the asker's own team unless one is named. */
final class TeamWork implements Command {
    private static final Usage USAGE =
            Usage.of("team", "[name]", "What a team works on; yours if you name none", Intent.TEAM_WORK);

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        Optional<Team> own = request.rest().isBlank() ? teamOf(request) : Optional.empty();
        if (own.isPresent()) {
            return of(request, own.get());
        }
        if (request.rest().isBlank()) {
            return teams(request);
        }
        return new Subject(request, USAGE)
                .answer(Names.in(request.roadmap()).only(Kind.TEAM), item -> of(request, (Team) item));
    }

    private static Optional<Team> teamOf(Request request) {
        PersonId person = request.person().id();
        return request.roadmap().teams().stream()
                .filter(team -> team.members().contains(person)
                        || team.owner().filter(person::equals).isPresent())
                .findFirst();
    }

    private static Turn teams(Request request) {
        Listing<Team> teams = request.roadmap().teams();
        if (teams.isEmpty()) {
            return request.say(Card.of("No teams are recorded yet."), Answer.of(Intent.TEAM_WORK));
        }
        List<Block.Items.Row> rows = teams.stream()
                .limit(request.rows())
                .map(team -> new Block.Items.Row(
                        Prose.strong(team.title()),
                        List.of(Prose.of(Phrases.plural(
                                request.roadmap().in(Horizon.NOW, team).size(), "bet in Now", "bets in Now")))))
                .toList();
        List<Button> buttons = new ArrayList<>();
        if (teams.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + teams.size(), "team all"));
        }
        buttons.add(Actions.ask("Show Now", "now"));
        return request.say(
                Card.of(
                        Phrases.plural(teams.size(), "team", "teams") + ". Which one?",
                        new Block.Items(rows),
                        new Block.Buttons(buttons)),
                Answer.of(Intent.TEAM_WORK));
    }

    static Turn of(Request request, Team team) {
        Item item = team;
        return request.say(card(request, team), Subject.about(Intent.TEAM_WORK, item));
    }

    private static Card card(Request request, Team team) {
        List<Initiative> now = request.roadmap().in(Horizon.NOW, team).toList();
        TeamView view = new TeamView(request.scene(), team);
        int next = request.roadmap().in(Horizon.NEXT, team).size();
        List<Block> blocks = new ArrayList<>();
        if (!now.isEmpty()) {
            blocks.add(new InitiativeRows(request.scene()).of(now.stream().limit(request.rows())));
        }
        alignment(request, team).ifPresent(words -> blocks.add(new Block.Text(Prose.of(words))));
        Articulation.of(request.roadmap(), team).line().ifPresent(words -> blocks.add(new Block.Text(Prose.of(words))));
        blocks.add(new Block.Note(Prose.of(view.people())));
        List<Button> buttons = new ArrayList<>();
        if (now.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + now.size(), "team " + team.title() + " all"));
        }
        if (next > 0) {
            buttons.add(Actions.ask("Show Next", "next " + team.title()));
        }
        buttons.add(Actions.ask("Show Now of all teams", "now"));
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(view.headline()), blocks);
    }

    /** What the team answered to its nudges in the last weeks; empty if it answered none. */
    private static Optional<String> alignment(Request request, Team team) {
        Trend trend = Trend.of(request.roadmap(), team, new TeamNudge(request, team).today());
        String trouble = trend.troubles().stream()
                .limit(2)
                .map(answer -> " · " + answer.about() + " " + answer.state().words()
                        + answer.why()
                                .map(why -> ", " + Phrases.quoted(Phrases.clipped(why)))
                                .orElse(""))
                .collect(Collectors.joining());
        return trend.words().map(words -> "Alignment: " + words + trouble);
    }
}
