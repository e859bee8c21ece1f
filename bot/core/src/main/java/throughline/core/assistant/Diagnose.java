package throughline.core.assistant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.progress.Diagnosis;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.view.Phrases;

/** What the chain of metrics says: of an objective, or of all of them. */
final class Diagnose implements Command {
    private static final Usage USAGE = Usage.of(
                    "diagnose",
                    "[objective]",
                    "Where the chain from inputs to outcomes to impact breaks",
                    Intent.DIAGNOSE)
            .or("diagnosis");

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
        return request.rest().isEmpty()
                ? request.say(all(request), Answer.of(Intent.DIAGNOSE))
                : new Subject(request, USAGE)
                        .answer(
                                Names.in(request.roadmap()).only(Kind.OBJECTIVE, Kind.KEY_RESULT),
                                item -> about(request, item));
    }

    private static Turn about(Request request, Item item) {
        Objective objective = item instanceof KeyResult keyResult
                ? request.roadmap().find(keyResult.objective(), Objective.class).orElseThrow()
                : (Objective) item;
        return request.say(one(request, objective), Subject.about(Intent.DIAGNOSE, objective));
    }

    private static Card one(Request request, Objective objective) {
        DiagnosisWords words = new DiagnosisWords(Diagnosis.of(request.roadmap(), objective));
        List<Block> blocks = new ArrayList<>();
        Block.Items rows = words.rows();
        if (!rows.rows().isEmpty()) {
            blocks.add(
                    new Block.Items(rows.rows().stream().limit(request.rows()).toList()));
        }
        blocks.add(new Block.Text(Prose.of(words.question())));
        List<Button> buttons = new ArrayList<>();
        if (rows.rows().size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + rows.rows().size(), "diagnose " + objective.id() + " all"));
        }
        buttons.add(Actions.ask("Progress", "progress " + objective.id()));
        buttons.add(Actions.ask("What serves it?", "what-serves " + objective.id()));
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(Phrases.named(objective) + ": " + words.verdict() + "."), blocks);
    }

    private static Card all(Request request) {
        List<Diagnosis> all = request.roadmap().objectives().stream()
                .map(objective -> Diagnosis.of(request.roadmap(), objective))
                .sorted(Comparator.comparing(diagnosis -> !diagnosis.isProblem()))
                .toList();
        if (all.isEmpty()) {
            return Card.of("No objectives are recorded yet.");
        }
        int problems = (int) all.stream().filter(Diagnosis::isProblem).count();
        List<Button> buttons = new ArrayList<>();
        if (all.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + all.size(), "diagnose all"));
        }
        Objective first = all.get(0).objective();
        buttons.add(Actions.ask("Diagnose " + first.id(), "diagnose " + first.id()));
        return Card.of(
                "The chain of metrics breaks in " + problems + " of "
                        + Phrases.plural(all.size(), "objective", "objectives") + ".",
                new Block.Items(all.stream()
                        .limit(request.rows())
                        .map(diagnosis -> new Block.Items.Row(
                                Prose.strong(diagnosis.objective().id() + " "
                                        + Phrases.clipped(diagnosis.objective().title())),
                                List.of(Prose.of(new DiagnosisWords(diagnosis).verdict()))))
                        .toList()),
                new Block.Buttons(buttons));
    }
}
