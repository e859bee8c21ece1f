package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Product;
import throughline.core.score.Delight;
import throughline.core.score.Gap;
import throughline.core.score.Score;
import throughline.core.score.Scores;
import throughline.core.view.ByHorizon;
import throughline.core.view.Phrases;

/** All scores of an initiative, each with how it came about, and what is missing for the others. A product has DHM alone. */
final class ScoreItem implements Command {
    private static final Usage USAGE = Usage.of(
                    "score",
                    "<initiative or product>",
                    "RICE, cost of delay, DHM and the like, explained",
                    Intent.SCORE)
            .or("scores", "rice", "cd3", "cod", "dhm", "lno", "moscow");

    /** What a score of the first line is worth telling there. */
    private static final int IN_HEADLINE = 2;

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
                        Names.in(request.roadmap()).only(Kind.INITIATIVE, Kind.PRODUCT),
                        item -> request.say(card(request, item), Subject.about(Intent.SCORE, item)));
    }

    private static Card card(Request request, Item item) {
        List<Score> scores = scores(request, item);
        List<Score.Known> known = known(scores).toList();
        List<Block> blocks = new ArrayList<>();
        if (!known.isEmpty()) {
            blocks.add(new Block.Items(
                    known.stream().limit(request.rows()).map(ScoreItem::row).toList()));
        }
        missing(request, scores).ifPresent(blocks::add);
        List<Button> buttons = buttons(request, item, scores, known.size());
        blocks.add(new Block.Buttons(buttons));
        return new Card(Prose.strong(headline(item, known)), blocks);
    }

    private static List<Score> scores(Request request, Item item) {
        if (item instanceof Product product) {
            return List.of(Delight.of(product));
        }
        Scores scores =
                Scores.of(request.roadmap(), (Initiative) item, request.scene().today());
        return Stream.<Score>concat(scores.known(), scores.unknown()).toList();
    }

    private static Stream<Score.Known> known(List<Score> scores) {
        return scores.stream().filter(Score.Known.class::isInstance).map(Score.Known.class::cast);
    }

    private static String headline(Item item, List<Score.Known> known) {
        List<String> figures = known.stream()
                .limit(IN_HEADLINE)
                .map(score -> score.measure().word() + " " + score.shown())
                .toList();
        return figures.isEmpty()
                ? "Nothing that a score needs is recorded for " + Phrases.named(item) + "."
                : Phrases.named(item) + ": " + Phrases.listed(figures) + ".";
    }

    private static Block.Items.Row row(Score.Known score) {
        String unit = score.unit().isEmpty() || score.shown().endsWith(score.unit()) ? "" : " " + score.unit();
        return new Block.Items.Row(
                Prose.strong(score.measure().title() + " " + score.shown()), List.of(Prose.of(score.told() + unit)));
    }

    /** What is missing for each score and how to give it; the first few unless all is wanted. */
    private static Optional<Block> missing(Request request, List<Score> scores) {
        List<Score> incomplete =
                scores.stream().filter(score -> !score.gaps().isEmpty()).toList();
        if (incomplete.isEmpty()) {
            return Optional.empty();
        }
        List<Block.Items.Row> rows = incomplete.stream()
                .limit(request.all() ? incomplete.size() : IN_HEADLINE)
                .map(score -> new Block.Items.Row(
                        Prose.of((score instanceof Score.Known ? "Better " : "No ")
                                + score.measure().word() + ": " + labels(score)),
                        List.of(Prose.of("/roadmap " + Gap.command(first(score.gaps()))))))
                .toList();
        return Optional.of(new Block.Items(rows));
    }

    private static String labels(Score score) {
        return Phrases.listed(score.gaps().stream().map(Gap::label).toList())
                + (score.gaps().size() == 1 ? " is" : " are") + " not recorded";
    }

    /** A command edits one item. */
    private static List<Gap> first(List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> gap.item().equals(gaps.get(0).item()))
                .toList();
    }

    private static List<Button> buttons(Request request, Item item, List<Score> scores, int known) {
        List<Button> buttons = new ArrayList<>();
        long incomplete =
                scores.stream().filter(score -> !score.gaps().isEmpty()).count();
        if (known > request.rows() || (!request.all() && incomplete > IN_HEADLINE)) {
            buttons.add(Actions.askFirst("Show all", "score " + item.id() + " all"));
        }
        if (item instanceof Initiative bet && ByHorizon.OPEN.contains(bet.horizon())) {
            buttons.add(Actions.ask(
                    "Compare " + bet.horizon().title(),
                    "compare " + bet.horizon().title().toLowerCase(Locale.ROOT)));
        }
        buttons.add(Actions.ask("Show " + item.id(), "show " + item.id()));
        return buttons;
    }
}
