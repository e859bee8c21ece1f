package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.card.Block;
import throughline.core.card.Button;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.check.Layering;
import throughline.core.check.statement.Statement.Layer;
import throughline.core.conversation.Turn;
import throughline.core.question.Answer;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.view.Phrases;

/** At which layer an item is written, or the top items of Now, and what is missing there. */
final class LayerOf implements Command {
    private static final Usage USAGE = Usage.of(
                    "layer",
                    "[name or id]",
                    "Whether it is written as strategy, initiative or task, and what is missing",
                    Intent.LAYER)
            .or("layers");

    /** "Take your top three roadmap items" ("From Roadmap to Reality", Putting It in Practice). */
    private static final int TOP = 3;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Turn run(Request request) {
        return request.rest().isEmpty()
                ? request.say(top(request), Answer.of(Intent.LAYER))
                : new Subject(request, USAGE)
                        .answer(
                                Names.in(request.roadmap())
                                        .only(
                                                Kind.INITIATIVE,
                                                Kind.OBJECTIVE,
                                                Kind.KEY_RESULT,
                                                Kind.THEME,
                                                Kind.STRATEGY,
                                                Kind.WORKSTREAM),
                                item -> request.say(one(request, item), Subject.about(Intent.LAYER, item)));
    }

    private static Card top(Request request) {
        List<Initiative> top = request.roadmap().in(Horizon.NOW).first(request.all() ? Request.MOST : TOP);
        if (top.isEmpty()) {
            return Card.of("Nothing is in Now.", Block.Buttons.of(Actions.ask("Show Next", "next")));
        }
        List<Layering> layerings = top.stream()
                .flatMap(bet -> Layering.of(request.roadmap(), bet).stream())
                .toList();
        long ready = layerings.stream()
                .filter(layering -> layering.reading() == Layering.Reading.READY)
                .count();
        List<Block.Items.Row> rows = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            rows.add(row(top.get(i), layerings.get(i)));
        }
        return Card.of(
                ready + " of the " + (top.size() == 1 ? "only one" : "top " + top.size()) + " in Now "
                        + (ready == 1 ? "is" : "are") + " ready to be built.",
                new Block.Items(rows),
                new Block.Buttons(buttons(request, top.get(0))));
    }

    private static List<Button> buttons(Request request, Item first) {
        List<Button> buttons = new ArrayList<>();
        int now = request.roadmap().in(Horizon.NOW).size();
        if (now > TOP && !request.all()) {
            buttons.add(Actions.askFirst("Show all " + now, "layer all"));
        }
        buttons.add(Actions.ask("Layer of " + first.id(), "layer " + first.id()));
        buttons.add(Actions.ask("Check Now", "check now"));
        return buttons;
    }

    private static Block.Items.Row row(Item item, Layering layering) {
        String missing = missing(layering);
        return new Block.Items.Row(
                Prose.strong(item.id() + " " + Phrases.clipped(item.title())),
                List.of(
                        Prose.of(told(layering)),
                        Prose.of(missing.isEmpty() ? "" : "missing: " + missing),
                        Prose.of(layering.conversation())));
    }

    private static Card one(Request request, Item item) {
        Layering layering = Layering.of(request.roadmap(), item).orElseThrow();
        List<Block> blocks = new ArrayList<>();
        if (!layering.missing().isEmpty()) {
            blocks.add(new Block.Items(layering.missing().stream()
                    .limit(request.rows())
                    .map(missing -> new Block.Items.Row(
                            Prose.of(Phrases.sentence("missing: " + missing.what())),
                            List.of(Prose.of("/roadmap " + missing.fix()))))
                    .toList()));
        }
        blocks.add(new Block.Text(Prose.of(layering.conversation())));
        blocks.add(new Block.Buttons(buttons(request, item, layering)));
        return new Card(Prose.strong(Phrases.named(item) + " is written at " + told(layering) + "."), blocks);
    }

    private static List<Button> buttons(Request request, Item item, Layering layering) {
        List<Button> buttons = new ArrayList<>();
        if (layering.missing().size() > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + layering.missing().size(), "layer " + item.id() + " all"));
        }
        Optional<String> fix = layering.missing().stream().findFirst().map(Layering.Missing::fix);
        fix.filter(command -> request.person().keepsRoadmap())
                .ifPresent(command -> buttons.add(Actions.ask("Fix the first", CheckRoadmap.typed(command))));
        buttons.add(Actions.ask("Check " + item.id(), "check " + item.id()));
        return buttons;
    }

    /** "layer 2 (initiative): ready". */
    private static String told(Layering layering) {
        return layer(layering.layer()) + ": "
                + switch (layering.reading()) {
                    case TOO_ABSTRACT -> "too abstract, the initiative has not been defined";
                    case RATIONALE_ABSENT -> "work whose rationale is absent";
                    case READY -> "ready";
                    case NOT_YET_READY -> "not ready yet";
                };
    }

    private static String layer(Layer layer) {
        return switch (layer) {
            case STRATEGY -> "layer 1 (strategy)";
            case INITIATIVE -> "layer 2 (initiative)";
            case TASK -> "layer 3 (technical work)";
        };
    }

    private static String missing(Layering layering) {
        return layering.missing().stream().map(Layering.Missing::what).collect(Collectors.joining(", "));
    }
}
