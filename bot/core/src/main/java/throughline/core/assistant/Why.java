package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.card.Block;
import throughline.core.card.Block.Facts.Fact;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Turn;
import throughline.core.question.Intent;
import throughline.core.question.Lines;
import throughline.core.question.Names;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Theme;
import throughline.core.view.Phrases;

/** The reason for something: context rather than control (Reed Hastings, in "Closing the Strategy-Execution Gap"). */
final class Why implements Command {
    private static final Usage USAGE =
            Usage.of("why", "<name or id>", "The reason, the constraints and what the team may decide", Intent.WHY);

    /** "why not dark mode" is another question than "why dark mode". */
    private static final String NOT = "not ";

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
        if (request.rest().toLowerCase(Locale.ROOT).startsWith(NOT)) {
            return new WhyNot()
                    .run(request.about(request.rest().substring(NOT.length()).strip()));
        }
        return new Subject(request, USAGE)
                .answer(
                        Names.in(request.roadmap()).without(Kind.TEAM),
                        item -> request.say(card(request, item), Subject.about(Intent.WHY, item)));
    }

    private static Card card(Request request, Item item) {
        Optional<String> reason = reason(request, item);
        String headline = reason.map(why -> Phrases.named(item) + ": " + Phrases.closed(why))
                .orElse("No reason is recorded for " + Phrases.named(item) + ".");
        List<Block> blocks = new ArrayList<>();
        List<Fact> context = context(request, item);
        if (!context.isEmpty()) {
            blocks.add(new Block.Facts(context));
        }
        String freshness = new Phrases(request.scene()).freshness(item);
        if (!freshness.isEmpty()) {
            blocks.add(new Block.Note(Prose.of(freshness)));
        }
        blocks.add(Block.Buttons.of(
                Actions.ask("Which OKR?", "which-okr " + item.id()),
                Actions.ask("Show " + item.id(), "show " + item.id())));
        return new Card(Prose.strong(headline), blocks);
    }

    private static Optional<String> reason(Request request, Item item) {
        if (item instanceof Initiative initiative) {
            return initiative.values().find(Initiative.WHY).or(() -> purpose(request, initiative));
        }
        if (item instanceof Objective objective) {
            return objective.why();
        }
        if (item instanceof Theme theme) {
            return theme.values().find(Theme.PROBLEM);
        }
        return item instanceof KeyResult keyResult
                ? request.roadmap()
                        .find(keyResult.objective(), Objective.class)
                        .map(objective -> "it measures " + objective.id() + ", " + Phrases.quoted(objective.title()))
                : Optional.empty();
    }

    private static Optional<String> purpose(Request request, Initiative initiative) {
        List<String> metrics = new Lines(request.roadmap())
                .keyResultsOf(initiative)
                .map(Phrases::progress)
                .toList();
        return metrics.isEmpty() ? Optional.empty() : Optional.of("it should move " + Phrases.listed(metrics) + ".");
    }

    private static List<Fact> context(Request request, Item item) {
        List<Fact> facts = new ArrayList<>();
        new Lines(request.roadmap())
                .keyResultsOf(item)
                .flatMap(keyResult -> request.roadmap().find(keyResult.objective(), Objective.class).stream())
                .distinct()
                .forEach(objective ->
                        objective.why().ifPresent(why -> facts.add(new Fact("Why " + objective.id(), Prose.of(why)))));
        if (item instanceof Initiative initiative) {
            add(facts, "Constraints", initiative, Initiative.CONSTRAINTS);
            add(facts, "Non-goals", initiative, Initiative.NON_GOALS);
            add(facts, "Trade-offs", initiative, Initiative.TRADE_OFFS);
            add(facts, "Fixed", initiative, Initiative.FIXED);
            add(facts, "Open", initiative, Initiative.OPEN);
        }
        return facts;
    }

    private static void add(List<Fact> facts, String label, Item item, Field<List<String>> field) {
        List<String> values = item.values().all(field);
        if (!values.isEmpty()) {
            facts.add(new Fact(label, Prose.of(String.join("; ", values))));
        }
    }
}
