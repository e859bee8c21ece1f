package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.question.Names;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Workstream;
import throughline.core.view.Phrases;

/** Horizon and confidence, or a release window; never a date. */
final class When implements Command {
    private static final Usage USAGE =
            Usage.of("when", "<name or id>", "Its horizon and how sure that is; never a date", Intent.WHEN);

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
                        Names.in(request.roadmap()).without(Kind.TEAM),
                        item -> request.say(card(request, item), Subject.about(Intent.WHEN, item)));
    }

    private static Card card(Request request, Item item) {
        Optional<Initiative> initiative = initiative(request, item);
        if (initiative.isPresent()) {
            return horizon(request, initiative.get());
        }
        Optional<String> due = item instanceof KeyResult keyResult ? Phrases.byWhen(keyResult) : Optional.empty();
        return Card.of(
                due.map(by -> Phrases.named(item) + " is due " + by + ".")
                        .orElse("Only initiatives have a horizon; " + Phrases.named(item) + " is "
                                + item.kind().withArticle() + "."),
                Block.Buttons.of(Actions.ask("Show " + item.id(), "show " + item.id())));
    }

    private static Optional<Initiative> initiative(Request request, Item item) {
        if (item instanceof Workstream workstream) {
            return request.roadmap().find(workstream.initiative(), Initiative.class);
        }
        return item instanceof Initiative initiative ? Optional.of(initiative) : Optional.empty();
    }

    private static Card horizon(Request request, Initiative initiative) {
        Phrases phrases = new Phrases(request.scene());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(Prose.of(window(initiative))));
        blocks.add(new Block.Text(Prose.join("; ", phrases.lineOf(initiative))));
        blocks.add(new Block.Note(
                Prose.of(String.join(" · ", owner(phrases, initiative), phrases.freshness(initiative)))));
        blocks.add(Block.Buttons.of(
                Actions.ask("Why this?", "why " + initiative.id()),
                WatchItem.button(initiative),
                Actions.ask("Show " + initiative.id(), "show " + initiative.id())));
        return new Card(Prose.strong(headline(initiative)), blocks);
    }

    private static String headline(Initiative initiative) {
        String name = Phrases.named(initiative);
        String sure = Phrases.confidence(initiative);
        return switch (initiative.horizon()) {
            case NOW -> name + " is in Now: " + sure + ", this quarter.";
            case NEXT -> name + " is in Next: " + sure + ", planned for the following quarter.";
            case LATER -> name + " is in Later: " + sure + ", no scope is committed.";
            case DONE -> name + " is done.";
            case DROPPED -> name + " was dropped; it is not coming.";
        };
    }

    private static String window(Initiative initiative) {
        if (initiative.horizon() == Horizon.DONE || initiative.horizon() == Horizon.DROPPED) {
            return "Ask why, or who owned it.";
        }
        return "We give horizons, not dates"
                + Phrases.window(initiative)
                        .map(window -> "; the release window is " + window)
                        .orElse("") + ".";
    }

    private static String owner(Phrases phrases, Initiative initiative) {
        return initiative.owner().map(owner -> "Owner " + phrases.call(owner)).orElse("No owner is recorded");
    }
}
