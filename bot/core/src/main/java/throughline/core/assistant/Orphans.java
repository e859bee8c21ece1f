package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.ByHorizon;
import throughline.core.view.Phrases;

/** The bets that serve no key result. */
final class Orphans implements Command {
    private static final Usage USAGE = Usage.of("orphans", "", "Initiatives without a line to an OKR", Intent.ORPHANS)
            .or("orphan");

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return request.say(card(request, request.roadmap()), Answer.of(Intent.ORPHANS));
    }

    private static Card card(Request request, Roadmap roadmap) {
        ByHorizon counts = ByHorizon.of(horizon -> roadmap.orphans(horizon).size());
        int orphans = counts.open();
        if (orphans == 0) {
            return none(ByHorizon.of(horizon -> roadmap.in(horizon).size()).open());
        }
        List<Initiative> shown = ByHorizon.OPEN.stream()
                .flatMap(horizon -> roadmap.orphans(horizon).stream())
                .limit(request.rows())
                .toList();
        return Card.of(
                Phrases.plural(orphans, "initiative has", "initiatives have") + " no line to an OKR: " + counts.words()
                        + ".",
                new Block.Items(shown.stream().map(bet -> row(request, bet)).toList()),
                new Block.Buttons(buttons(request, shown.get(0), orphans)));
    }

    private static Card none(int open) {
        String headline = open == 0
                ? "Nothing is in Now, Next or Later."
                : "None: " + (open == 1 ? "the only initiative" : "all " + open + " initiatives")
                        + " in Now, Next and Later " + (open == 1 ? "has" : "have") + " a line to an OKR.";
        return Card.of(headline, Block.Buttons.of(Actions.ask("Show OKRs", "okrs")));
    }

    private static Block.Items.Row row(Request request, Initiative bet) {
        Phrases phrases = new Phrases(request.scene());
        List<String> about = Stream.of(
                        Optional.of(bet.horizon().title()),
                        bet.team().map(phrases::title),
                        bet.owner().map(phrases::call),
                        Optional.of(phrases.freshness(bet)).filter(fresh -> !fresh.isEmpty()))
                .flatMap(Optional::stream)
                .toList();
        return new Block.Items.Row(
                Prose.strong(bet.id() + " " + Phrases.clipped(bet.title())),
                List.of(Prose.of(String.join(" · ", about))));
    }

    private static List<Button> buttons(Request request, Initiative first, int orphans) {
        List<Button> buttons = new ArrayList<>();
        boolean mayLink = request.person().keepsRoadmap();
        if (mayLink) {
            buttons.add(Actions.askFirst("Record a line for " + first.id(), "link " + first.id()));
        }
        if (orphans > request.rows()) {
            String label = "Show all " + orphans;
            buttons.add(mayLink ? Actions.ask(label, "orphans all") : Actions.askFirst(label, "orphans all"));
        }
        buttons.add(Actions.ask("Show OKRs", "okrs"));
        return buttons;
    }
}
