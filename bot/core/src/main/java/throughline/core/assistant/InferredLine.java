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
import throughline.core.question.Inference.Inferred;
import throughline.core.question.Intent;
import throughline.core.question.Line.Candidate;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.view.Phrases;

/** Tells which objective a piece of work may serve that is not on the roadmap, how sure that is and why; or that none is in sight. */
record InferredLine(Request request, String work, Inferred inferred) {
    /** From this confidence on another objective is worth a word beside the first. */
    private static final double WORTH_A_WORD = 0.1;

    Turn turn() {
        Card card = switch (inferred.outcome()) {
            case RECORDED -> recorded();
            case DRAWN -> drawn("Probably " + titled(candidates().get(0)));
            case CHOSEN -> drawn(titled(candidates().get(0)) + ", chosen by " + asker());
            case EITHER -> either();
            case NONE -> none();
            case NOT_YET -> notYet();
        };
        return request.say(card, Answer.of(Intent.WHICH_OKR).with(inferred.line()));
    }

    /** What somebody recorded for this very work; the person and the day are its source. */
    private Card recorded() {
        String source = request.roadmap()
                .precedentOf(work)
                .map(precedent -> "Recorded by " + new Phrases(request.scene()).call(precedent.by()) + ", "
                        + new Phrases(request.scene()).ago(precedent.on()) + ".")
                .orElse("Recorded.");
        List<Button> buttons = new ArrayList<>();
        if (request.person().keepsRoadmap()) {
            buttons.add(somethingElse());
        }
        if (inferred.line().objective().isEmpty()) {
            buttons.add(Actions.ask("Show OKRs", "okrs"));
            return Card.of(
                    WhichOkr.NO_LINE,
                    new Block.Text(Prose.of(Phrases.quoted(Phrases.clipped(work)) + " serves none of our objectives.")),
                    new Block.Note(Prose.of(source)),
                    new Block.Buttons(buttons));
        }
        Candidate line = candidates().get(0);
        buttons.add(Actions.ask("Show " + line.objective(), "show " + line.objective()));
        return new Card(
                Prose.strong("This serves " + titled(line) + "."),
                List.of(new Block.Text(path(line)), new Block.Note(Prose.of(source)), new Block.Buttons(buttons)));
    }

    private Card drawn(String said) {
        Candidate best = candidates().get(0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(path(best)));
        blocks.add(new Block.Text(Prose.of(reasons() + others())));
        blocks.add(new Block.Note(Prose.of("Inferred; nobody has recorded a line for this.")));
        List<Button> buttons = new ArrayList<>();
        if (request.person().keepsRoadmap()) {
            buttons.add(Actions.askFirst("Record this line", RecordWork.command(target(best), work)));
            buttons.add(somethingElse());
        } else {
            buttons.add(Actions.ask("Show " + best.objective(), "show " + best.objective()));
        }
        buttons.add(requestIt());
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(said + " (inferred, " + percent(best) + ")."), blocks);
    }

    private String asker() {
        return request.scene().people().call(request.person().id());
    }

    private static String target(Candidate candidate) {
        return candidate.keyResults().stream()
                .findFirst()
                .orElse(candidate.objective())
                .text();
    }

    private Card either() {
        Candidate first = candidates().get(0);
        Candidate second = candidates().get(1);
        return Card.of(
                "It could be " + titled(first) + ", or " + titled(second) + ". Which of the two is it for?",
                new Block.Text(Prose.of(reasons())),
                new Block.Buttons(
                        request.person().keepsRoadmap()
                                ? List.of(record(first), record(second), somethingElse())
                                : List.of(choose(first), choose(second), requestIt())));
    }

    private Button record(Candidate candidate) {
        return Actions.ask(candidate.objective() + ", record it", RecordWork.command(target(candidate), work));
    }

    private Button choose(Candidate candidate) {
        return Actions.ask("It's " + candidate.objective(), WhichOkr.choosing(candidate.objective(), work));
    }

    private Button requestIt() {
        return Actions.ask("Request it", Requesting.command(work));
    }

    private Button somethingElse() {
        return Actions.ask("It's something else", RecordWork.command("", work));
    }

    private Card none() {
        String closest = candidates().stream()
                .findFirst()
                .map(best -> " The closest objective would be " + titled(best) + ", and that is a stretch.")
                .orElse("");
        List<Button> buttons = new ArrayList<>();
        if (request.person().keepsRoadmap()) {
            buttons.add(Actions.ask("Record a line", RecordWork.command("", work)));
        }
        buttons.add(Actions.ask("Show OKRs", "okrs"));
        buttons.add(requestIt());
        return Card.of(
                WhichOkr.NO_LINE,
                new Block.Text(Prose.of(Phrases.quoted(Phrases.clipped(work)) + " is not on the roadmap." + closest)),
                new Block.Buttons(buttons));
    }

    private Card notYet() {
        return Card.of(
                "I can't tell yet: I am still loading what I compare sentences with.",
                new Block.Text(Prose.of(Phrases.quoted(Phrases.clipped(work))
                        + " is not on the roadmap under that name. Ask again in a few seconds.")),
                Block.Buttons.of(
                        Actions.ask("Ask again", "which-okr this: " + work), Actions.ask("Show OKRs", "okrs")));
    }

    private List<Candidate> candidates() {
        return inferred.line().candidates();
    }

    private String titled(Candidate candidate) {
        return candidate.objective() + ", " + Phrases.quoted(Phrases.clipped(title(candidate.objective())));
    }

    private String title(ItemId id) {
        return new Phrases(request.scene()).title(id);
    }

    private static String percent(Candidate candidate) {
        return Math.round(candidate.confidence() * 100) + "%";
    }

    /** O1-KR2 7-day activation, 40% → 55%, now 46% → O1 → company strategy "…". */
    private Prose path(Candidate best) {
        List<Prose> steps = new ArrayList<>();
        best.keyResults().stream()
                .flatMap(id -> request.roadmap().find(id, KeyResult.class).stream())
                .forEach(keyResult -> steps.add(WhichOkr.measured(keyResult)));
        steps.add(Prose.strong(best.objective().text()));
        WhichOkr.strategy(request, best.objective())
                .ifPresent(statement -> steps.add(Prose.of("company strategy " + Phrases.quoted(statement))));
        return Prose.join(" → ", steps);
    }

    private String reasons() {
        List<String> told = inferred.reasons().stream().map(this::reason).toList();
        return told.isEmpty() ? "" : "Closest to " + String.join(", and to ", told) + ".";
    }

    /** "Guided setup (I3), which serves O1-KR2"; a key result is named by what it measures. */
    private String reason(Item item) {
        if (item instanceof KeyResult keyResult) {
            return keyResult.id() + " " + Phrases.quoted(Phrases.clipped(keyResult.metric()));
        }
        Optional<ItemId> served = item instanceof Initiative initiative
                ? initiative.serves().stream().filter(this::isOfBest).findFirst()
                : Optional.empty();
        return Phrases.named(item) + served.map(id -> ", which serves " + id).orElse("");
    }

    private boolean isOfBest(ItemId keyResult) {
        return request.roadmap()
                .find(keyResult, KeyResult.class)
                .filter(found -> found.objective().equals(candidates().get(0).objective()))
                .isPresent();
    }

    private String others() {
        List<String> others = candidates().stream()
                .skip(1)
                .filter(candidate -> candidate.confidence() >= WORTH_A_WORD)
                .map(candidate -> titled(candidate) + " (" + percent(candidate) + ")")
                .toList();
        return others.isEmpty() ? "" : " It could also be " + String.join(" or ", others) + ".";
    }
}
