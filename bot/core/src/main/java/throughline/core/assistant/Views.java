package throughline.core.assistant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Team;
import throughline.core.view.Audience;
import throughline.core.view.BoardView;
import throughline.core.view.Phrases;
import throughline.core.view.PortfolioView;
import throughline.core.view.ReleaseView;
import throughline.core.view.TeamView;
import throughline.core.view.TechnologyView;
import throughline.core.view.ThemeView;
import throughline.core.view.View;

/** The roadmap for one audience. */
final class Views implements Command {
    private static final String VERB = "view";
    private static final Usage USAGE = Usage.of(
                    VERB,
                    "[audience] [page N]",
                    "The roadmap for one audience, such as release or portfolio",
                    Intent.VIEW)
            .or("views");

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
        String asked = Page.without(request.rest()).strip();
        if (asked.isEmpty()) {
            return request.say(list("Eight views. Which one?"), Answer.of(Intent.VIEW));
        }
        String[] words = asked.split("\\s+", 2);
        String name = words.length > 1 ? words[1] : "";
        return Audience.of(words[0])
                .map(audience -> of(request, audience, name))
                .or(() -> ofTeam(request, asked))
                .or(() -> Audience.near(words[0]).map(audience -> readAs(request, words[0], audience, name)))
                .orElseGet(() -> unknown(request, asked));
    }

    private static Optional<Turn> ofTeam(Request request, String name) {
        return Names.in(request.roadmap()).only(Kind.TEAM).whole(name).map(team -> of(request, (Team) team));
    }

    private static Turn readAs(Request request, String word, Audience audience, String name) {
        return of(request, audience, name)
                .ending(new Block.Note(
                        Prose.of("I read " + Phrases.quoted(Phrases.clipped(word)) + " as " + audience.word() + ".")));
    }

    private static Turn unknown(Request request, String asked) {
        return request.say(
                list("There is no view called " + Phrases.quoted(Phrases.clipped(asked)) + "."),
                Answer.of(Intent.VIEW));
    }

    private static Card list(String headline) {
        return Card.of(
                headline,
                new Block.Items(Stream.of(Audience.values())
                        .map(audience -> new Block.Items.Row(
                                Prose.strong(VERB + " " + audience.word()),
                                List.of(Prose.of("for " + audience.help()))))
                        .toList()),
                Block.Buttons.of(
                        Actions.askFirst("Themes", "view theme"),
                        Actions.ask("Releases", "view release"),
                        Actions.ask("Portfolio", "view portfolio")));
    }

    private static Turn of(Request request, Audience audience, String name) {
        Scene scene = request.scene();
        return switch (audience) {
            case THEME -> said(request, audience, new ThemeView(scene).view(), Actions.ask("Show OKRs", "okrs"));
            case RELEASE ->
                said(request, audience, new ReleaseView(scene).view(), Actions.ask("Show the board", "view board"));
            case TECHNOLOGY ->
                said(request, audience, new TechnologyView(scene).view(), Actions.ask("By release", "view release"));
            case PORTFOLIO ->
                said(request, audience, new PortfolioView(scene).view(), Actions.ask("Bets without a line", "orphans"));
            case BOARD -> said(request, audience, board(request), Actions.ask("Show Now", "now"));
            case PUBLIC -> new PublicView().run(request);
            case TREE -> new Tree().run(request.about(withPage(request, name)));
            case TEAM ->
                new Subject(request.about(name), USAGE)
                        .answer(Names.in(request.roadmap()).only(Kind.TEAM), team -> of(request, (Team) team));
        };
    }

    private static View board(Request request) {
        BoardView board = new BoardView(request.scene());
        return page(request).isFirstAnswer() ? board.glance() : board.view();
    }

    private static Turn of(Request request, Team team) {
        Item item = team;
        Card card = new Paged(new TeamView(request.scene(), team).view(), "view team " + team.title(), page(request))
                .card(Actions.ask("Now in detail", "team " + team.title()));
        return request.say(card, Subject.about(Intent.VIEW, item));
    }

    private static Turn said(Request request, Audience audience, View view, Button other) {
        Card card = new Paged(view, VERB + " " + audience.word(), page(request)).card(other);
        return request.say(card, new Answer(Intent.VIEW, List.of(audience.word()), Optional.empty()));
    }

    private static Page page(Request request) {
        return Page.of(request.rest(), request.all());
    }

    /** What a tree is asked of, with the page that stood behind it. */
    private static String withPage(Request request, String name) {
        int number = page(request).number();
        return number == 0 ? name : (name + " page " + number).strip();
    }
}
