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
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Theme;
import throughline.core.view.ByHorizon;
import throughline.core.view.Phrases;

/** The bets under an objective, a key result or a theme, by horizon. */
final class WhatServes implements Command {
    private static final Usage USAGE = Usage.of(
                    "what-serves",
                    "<objective, key result or theme>",
                    "Which initiatives should move it, by horizon",
                    Intent.WHAT_SERVES)
            .or("whatserves", "serves");

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
                        Names.in(request.roadmap()).only(Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME),
                        item -> request.say(card(request, item), Subject.about(Intent.WHAT_SERVES, item)));
    }

    private static Card card(Request request, Item item) {
        Under under = new Under(request.roadmap(), item);
        ByHorizon counts = ByHorizon.of(under::size);
        List<Block> blocks = new ArrayList<>();
        if (counts.open() > 0) {
            blocks.add(new Block.Items(ByHorizon.OPEN.stream()
                    .flatMap(under::in)
                    .limit(request.rows())
                    .map(bet -> row(request, under, bet))
                    .toList()));
        }
        List<String> notes = notes(request, counts, item);
        if (!notes.isEmpty()) {
            blocks.add(new Block.Note(Prose.of(String.join(" · ", notes))));
        }
        blocks.add(new Block.Buttons(buttons(request, counts, item)));
        return new Card(Prose.strong(headline(counts, item)), blocks);
    }

    private static String headline(ByHorizon counts, Item item) {
        int open = counts.open();
        if (open == 0) {
            return "Nobody works on " + Phrases.named(item) + ".";
        }
        String verb = item instanceof Theme
                ? (open == 1 ? " belongs to " : " belong to ")
                : (open == 1 ? " serves " : " serve ");
        return Phrases.plural(open, "initiative", "initiatives") + verb + Phrases.named(item) + ": " + counts.words()
                + ".";
    }

    private static Block.Items.Row row(Request request, Under under, Initiative bet) {
        Phrases phrases = new Phrases(request.scene());
        List<String> about = Stream.of(
                        Optional.of(bet.horizon().title()),
                        under.linesOf(bet),
                        bet.team().map(phrases::title),
                        bet.owner().map(phrases::call))
                .flatMap(Optional::stream)
                .toList();
        return new Block.Items.Row(
                Prose.strong(bet.id() + " " + Phrases.clipped(bet.title())),
                List.of(Prose.of(String.join(" · ", about))));
    }

    private static List<String> notes(Request request, ByHorizon counts, Item item) {
        int done = counts.in(Horizon.DONE);
        int dropped = counts.in(Horizon.DROPPED);
        return Stream.of(
                        done == 0 ? "" : done + " done",
                        dropped == 0 ? "" : dropped + " dropped",
                        new Phrases(request.scene()).freshness(item))
                .filter(note -> !note.isEmpty())
                .toList();
    }

    private static List<Button> buttons(Request request, ByHorizon counts, Item item) {
        List<Button> buttons = new ArrayList<>();
        int open = counts.open();
        if (open > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + open, "what-serves " + item.id() + " all"));
        }
        if (!(item instanceof Theme)) {
            buttons.add(Actions.ask("How far is it?", "progress " + item.id()));
        }
        buttons.add(Actions.ask("Show " + item.id(), "show " + item.id()));
        return buttons;
    }
}
