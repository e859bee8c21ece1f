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
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Theme;
import throughline.core.roadmap.Workstream;
import throughline.core.view.ByHorizon;
import throughline.core.view.Phrases;

/** Whether something is planned: yes with horizon and confidence, or no with what says so. */
final class OnRoadmap implements Command {
    private static final Usage USAGE = Usage.of(
                    "planned", "<anything>", "Whether it is on the roadmap, or was ruled out", Intent.ON_ROADMAP)
            .or("on-roadmap");

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
        Names among = Names.in(request.roadmap()).only(Kind.INITIATIVE, Kind.WORKSTREAM, Kind.THEME);
        if (among.find(request.rest()) instanceof Names.Found.One one && !Likeness.isMeant(one, request.rest())) {
            return no(request, List.of(one.item()));
        }
        return new Subject(request, USAGE).answer(among, item -> yes(request, item), near -> no(request, near));
    }

    private static Turn yes(Request request, Item item) {
        List<Block> blocks = new ArrayList<>();
        if (item instanceof Initiative initiative && initiative.horizon() != Horizon.DROPPED) {
            blocks.add(new Block.Text(Prose.join("; ", new Phrases(request.scene()).lineOf(initiative))));
        }
        String freshness = new Phrases(request.scene()).freshness(item);
        if (!freshness.isEmpty()) {
            blocks.add(new Block.Note(Prose.of(freshness)));
        }
        blocks.add(new Block.Buttons(buttons(item)));
        return request.say(
                new Card(Prose.strong(headline(request.roadmap(), item)), blocks),
                Subject.about(Intent.ON_ROADMAP, item));
    }

    private static List<Button> buttons(Item item) {
        Button show = Actions.ask("Show " + item.id(), "show " + item.id());
        if (item instanceof Initiative initiative) {
            return initiative.horizon() == Horizon.DROPPED
                    ? List.of(Actions.ask("Why not?", "why-not " + item.id()), show)
                    : List.of(Actions.ask("Why this?", "why " + item.id()), show);
        }
        return item instanceof Theme
                ? List.of(Actions.ask("What belongs to it?", "what-serves " + item.id()), show)
                : List.of(show);
    }

    private static String headline(Roadmap roadmap, Item item) {
        String name = Phrases.named(item);
        if (item instanceof Initiative initiative) {
            return of(initiative, name);
        }
        if (item instanceof Workstream workstream) {
            return roadmap.find(workstream.initiative(), Initiative.class)
                    .map(initiative -> of(initiative, name + " is part of " + Phrases.named(initiative) + ", which"))
                    .orElse("Yes: " + name + " is a workstream.");
        }
        Theme theme = (Theme) item;
        return "Yes: " + name + " is a theme with "
                + ByHorizon.of(horizon -> roadmap.in(horizon, theme).size()).words() + ".";
    }

    private static String of(Initiative initiative, String subject) {
        return switch (initiative.horizon()) {
            case DONE -> "Yes: " + subject + " is done.";
            case DROPPED -> "No: " + subject + " was dropped.";
            default ->
                "Yes: " + subject + " is in " + initiative.horizon().title() + ", " + Phrases.confidence(initiative)
                        + ".";
        };
    }

    /** The answer that it is not; {@code near} are items that it may have been taken for. */
    static Turn no(Request request, List<Item> near) {
        Optional<Refusal> refusal = Refusal.of(request.roadmap(), request.rest());
        return request.say(
                refusal.map(OnRoadmap::ruledOut).orElseGet(() -> unknown(request, near)), Answer.of(Intent.ON_ROADMAP));
    }

    private static Card ruledOut(Refusal refusal) {
        return Card.of(
                "No: " + refusal.told(),
                Block.Buttons.of(Actions.ask(
                        "Show " + refusal.by().id(), "show " + refusal.by().id())));
    }

    private static Card unknown(Request request, List<Item> near) {
        String asked = Phrases.quoted(Phrases.clipped(new Subject(request, USAGE).asked()));
        Card card = Card.of("No. Nothing on the roadmap is called " + asked + ".");
        return near.isEmpty()
                ? card.with(Block.Buttons.of(Actions.ask("Show Now", "now"), Actions.ask("Show OKRs", "okrs")))
                : card.with(new Block.Text(Prose.of("The nearest " + (near.size() == 1 ? "is " : "are ")
                                + Phrases.listed(
                                        near.stream().map(Phrases::named).toList()) + ".")))
                        .with(new Block.Buttons(near.stream()
                                .map(item -> Actions.ask("Show " + item.id(), "show " + item.id()))
                                .toList()));
    }
}
