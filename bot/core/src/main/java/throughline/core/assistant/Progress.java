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
import throughline.core.progress.Diagnosis;
import throughline.core.progress.Pace;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.view.CheckInRows;
import throughline.core.view.Phrases;

/** How far a key result is, or all those of an objective. */
final class Progress implements Command {
    private static final Usage USAGE = Usage.of(
            "progress",
            "<key result or objective>",
            "How far it is from its baseline to its target",
            Intent.PROGRESS_OF_KR);

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
                        Names.in(request.roadmap()).only(Kind.KEY_RESULT, Kind.OBJECTIVE),
                        item -> request.say(card(request, item), Subject.about(Intent.PROGRESS_OF_KR, item)));
    }

    private static Card card(Request request, Item item) {
        return item instanceof KeyResult keyResult
                ? of(request, keyResult)
                : of(
                        request,
                        (Objective) item,
                        request.roadmap().measuring((Objective) item).toList());
    }

    private static Card of(Request request, KeyResult keyResult) {
        Phrases phrases = new Phrases(request.scene());
        List<Block> blocks = new ArrayList<>();
        Phrases.way(keyResult)
                .ifPresent(way -> blocks.add(new Block.Text(Prose.of(
                        way + Phrases.byWhen(keyResult).map(when -> ", " + when).orElse("") + "."))));
        pace(request, keyResult).ifPresent(pace -> blocks.add(new Block.Text(Prose.of(Phrases.sentence(pace)))));
        new CheckInRows(request.scene()).of(keyResult, request.rows()).ifPresent(blocks::add);
        blocks.add(new Block.Note(Prose.of(keyResult
                .owner()
                .map(measurer -> "Measured by " + phrases.call(measurer))
                .orElse("Nobody is recorded who measures it"))));
        blocks.add(new Block.Buttons(buttons(request, keyResult)));
        return new Card(Prose.strong(headline(request, keyResult)), blocks);
    }

    private static Optional<String> pace(Request request, KeyResult keyResult) {
        return Pace.of(keyResult)
                .flatMap(pace -> pace.speedInWords(
                        request.roadmap(), keyResult, request.scene().today()));
    }

    private static String headline(Request request, KeyResult keyResult) {
        String name = Phrases.named(keyResult);
        return keyResult
                .lastCheckIn()
                .map(last -> name + " is at " + keyResult.current().orElse(last.value())
                        + Pace.of(keyResult).map(pace -> ": " + pace.words()).orElse("")
                        + stale(request, keyResult, last) + ".")
                .orElse("Nothing was measured yet for " + name + ".");
    }

    private static String stale(Request request, KeyResult keyResult, CheckIn last) {
        return keyResult.isCheckInDue(request.scene().today())
                ? ", as measured " + new Phrases(request.scene()).ago(last.on()) + " and not since"
                : "";
    }

    private static List<Button> buttons(Request request, KeyResult keyResult) {
        List<Button> buttons = new ArrayList<>();
        int checkIns = keyResult.checkIns().size();
        if (checkIns > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + checkIns, "progress " + keyResult.id() + " all"));
        }
        buttons.add(Actions.ask("What serves it?", "what-serves " + keyResult.id()));
        buttons.add(Actions.ask("All of " + keyResult.objective(), "progress " + keyResult.objective()));
        return buttons;
    }

    private static Card of(Request request, Objective objective, List<KeyResult> keyResults) {
        List<Block> blocks = new ArrayList<>();
        if (!keyResults.isEmpty()) {
            blocks.add(new Block.Items(keyResults.stream()
                    .limit(request.rows())
                    .map(keyResult -> row(request, keyResult))
                    .toList()));
        }
        new DiagnosisWords(Diagnosis.of(request.roadmap(), objective)).inShort().ifPresent(blocks::add);
        String freshness = new Phrases(request.scene()).freshness(objective);
        if (!freshness.isEmpty()) {
            blocks.add(new Block.Note(Prose.of(freshness)));
        }
        List<Button> buttons = new ArrayList<>();
        if (keyResults.size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + keyResults.size(), "progress " + objective.id() + " all"));
        }
        buttons.add(Actions.ask("What serves it?", "what-serves " + objective.id()));
        buttons.add(
                Diagnosis.of(request.roadmap(), objective).isProblem()
                        ? Actions.ask("Diagnose", "diagnose " + objective.id())
                        : Actions.ask("Why this?", "why " + objective.id()));
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(headline(request, objective, keyResults)), blocks);
    }

    private static String headline(Request request, Objective objective, List<KeyResult> keyResults) {
        if (keyResults.isEmpty()) {
            return Phrases.named(objective) + " has no key results, so nothing is measured.";
        }
        int all = keyResults.size();
        long closer = keyResults.stream()
                .flatMap(keyResult -> Pace.of(keyResult).stream())
                .filter(Pace::isForward)
                .count();
        long due = keyResults.stream()
                .filter(keyResult -> keyResult.isCheckInDue(request.scene().today()))
                .count();
        return Phrases.named(objective) + ": " + closer + " of "
                + Phrases.plural(all, "key result is", "key results are")
                + " closer to target than at the start"
                + (due == 0 ? "" : ", " + due + " without a check-in for 30 days") + ".";
    }

    private static Block.Items.Row row(Request request, KeyResult keyResult) {
        Phrases phrases = new Phrases(request.scene());
        String measured = keyResult
                .lastCheckIn()
                .map(last -> "measured " + phrases.ago(last.on()))
                .orElse("never measured");
        List<Prose> details = Stream.of(
                        Phrases.figures(keyResult),
                        Pace.of(keyResult).map(Pace::words),
                        pace(request, keyResult),
                        Optional.of(measured),
                        Phrases.byWhen(keyResult))
                .flatMap(Optional::stream)
                .map(Prose::of)
                .toList();
        return new Block.Items.Row(
                Prose.strong(keyResult.id().text()).then(" ").thenEmphasis(keyResult.metric()), details);
    }
}
