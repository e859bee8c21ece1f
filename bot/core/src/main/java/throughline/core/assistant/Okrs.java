package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Objective;
import throughline.core.view.Phrases;

/** The objectives with their key results and where these stand. */
final class Okrs implements Command {
    private static final Usage USAGE = Usage.of(
                    "okrs", "", "The objectives and how far their key results are", Intent.OKRS)
            .or("okr", "objectives", "goals");

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
        Listing<Objective> objectives = request.roadmap().objectives();
        return request.say(card(request, objectives), Answer.of(Intent.OKRS));
    }

    private Card card(Request request, Listing<Objective> objectives) {
        if (objectives.isEmpty()) {
            return Card.of("No objectives are recorded yet.");
        }
        int keyResults = objectives.stream()
                .mapToInt(objective -> request.roadmap().measuring(objective).size())
                .sum();
        List<Button> buttons = new ArrayList<>();
        if (objectives.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + objectives.size(), "okrs all"));
        }
        buttons.add(Actions.ask("Show Now", "now"));
        return Card.of(
                Phrases.plural(objectives.size(), "objective", "objectives") + " with "
                        + Phrases.plural(keyResults, "key result", "key results") + ".",
                new Block.Items(objectives.stream()
                        .limit(request.rows())
                        .map(objective -> row(request, objective))
                        .toList()),
                new Block.Buttons(buttons));
    }

    private static Block.Items.Row row(Request request, Objective objective) {
        return new Block.Items.Row(
                Prose.strong(objective.id() + " " + Phrases.clipped(objective.title())),
                request.roadmap().measuring(objective).stream().map(Okrs::line).toList());
    }

    private static Prose line(KeyResult keyResult) {
        return Prose.of(keyResult.id() + " ")
                .thenEmphasis(keyResult.metric())
                .then(Phrases.figures(keyResult).map(figures -> " " + figures).orElse(""))
                .then(Phrases.byWhen(keyResult).map(when -> " " + when).orElse(""));
    }
}
