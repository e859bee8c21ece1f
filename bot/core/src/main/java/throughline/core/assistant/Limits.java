package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
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
import throughline.core.view.Phrases;

/** What an initiative must respect, or what it will not do. */
record Limits(Intent intent) implements Command {
    private static final String CONSTRAINTS = "constraints";
    private static final String NON_GOALS = "non-goals";

    @Override
    public Usage usage() {
        return isNonGoals()
                ? Usage.of(NON_GOALS, "<initiative>", "What it will not do", intent)
                        .or("non-goal", "nongoals", "nongoal")
                : Usage.of(CONSTRAINTS, "<initiative>", "What it must respect", intent)
                        .or("constraint");
    }

    private boolean isNonGoals() {
        return intent == Intent.NON_GOALS;
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    @Override
    public Turn run(Request request) {
        return new Subject(request, usage())
                .answer(
                        Names.in(request.roadmap()).only(Kind.INITIATIVE),
                        item -> request.say(card(request, item), Subject.about(intent, item)));
    }

    private Card card(Request request, Item item) {
        List<String> limits = item.values().all(isNonGoals() ? Initiative.NON_GOALS : Initiative.CONSTRAINTS);
        List<Block> blocks = new ArrayList<>();
        if (limits.isEmpty()) {
            blocks.add(new Block.Text(Prose.of(whomToAsk(request, item))));
        } else if (limits.size() > 1) {
            blocks.add(new Block.Items(limits.stream()
                    .limit(request.rows())
                    .map(limit -> new Block.Items.Row(Prose.of(limit), List.of()))
                    .toList()));
        }
        String freshness = new Phrases(request.scene()).freshness(item);
        if (!freshness.isEmpty()) {
            blocks.add(new Block.Note(Prose.of(freshness)));
        }
        blocks.add(new Block.Buttons(buttons(request, item, limits.size())));
        return new Card(Prose.strong(headline(item, limits)), blocks);
    }

    private String headline(Item item, List<String> limits) {
        String name = Phrases.named(item);
        if (limits.isEmpty()) {
            return "No " + (isNonGoals() ? "non-goals" : CONSTRAINTS) + " are recorded for " + name + ".";
        }
        if (limits.size() == 1) {
            return name
                    + (isNonGoals() ? " has one non-goal: " : " has one constraint: ")
                    + Phrases.closed(limits.get(0));
        }
        return name + " has "
                + (isNonGoals()
                        ? Phrases.plural(limits.size(), "non-goal", "non-goals")
                        : Phrases.plural(limits.size(), "constraint", CONSTRAINTS))
                + ".";
    }

    private static String whomToAsk(Request request, Item item) {
        return item.owner()
                .map(owner -> "Ask " + request.scene().people().fullName(owner) + ", who owns it.")
                .orElse("No owner is recorded whom you could ask.");
    }

    private List<Button> buttons(Request request, Item item, int limits) {
        List<Button> buttons = new ArrayList<>();
        if (limits > request.rows()) {
            buttons.add(Actions.askFirst("Show all " + limits, usage().verb() + " " + item.id() + " all"));
        }
        buttons.add(
                isNonGoals()
                        ? Actions.ask("Constraints", CONSTRAINTS + " " + item.id())
                        : Actions.ask("Non-goals", NON_GOALS + " " + item.id()));
        buttons.add(Actions.ask("Why this?", "why " + item.id()));
        return buttons;
    }
}
