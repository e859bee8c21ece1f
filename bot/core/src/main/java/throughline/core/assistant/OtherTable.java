package throughline.core.assistant;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Workstream;
import throughline.core.score.Delight;
import throughline.core.score.Length;
import throughline.core.score.Score;
import throughline.core.view.Phrases;

/** What is compared of things that are no bets: products by DHM, workstreams by their estimates, the others by the bets under them. */
record OtherTable(Roadmap roadmap, Scene scene) {
    private static final BigDecimal UNKNOWN = BigDecimal.ONE.negate();

    /** @param figure by which it is placed, more is better; negative if it is not known */
    private record Entry(Item item, BigDecimal figure, String shown, List<String> cells) {}

    Card card(Kind kind, List<Item> items) {
        return switch (kind) {
            case PRODUCT ->
                card(items.stream().map(this::product).toList(), List.of("DHM", "How it comes about"), "DHM");
            case WORKSTREAM ->
                card(
                        items.stream().map(this::workstream).toList(),
                        List.of("Estimate", "Status", "Risk"),
                        "the shortest estimate");
            case THEME, OBJECTIVE, KEY_RESULT ->
                card(
                        items.stream().map(this::heading).toList(),
                        List.of("Cost of delay in Now", "Now", "Next", "Later", "Measured"),
                        "what a week of delay costs in Now");
            default ->
                Card.of(
                        "There is nothing to compare of " + kind.title() + " items.",
                        Block.Buttons.of(Actions.ask("Compare Now", "compare now")));
        };
    }

    private Card card(List<Entry> entries, List<String> heads, String by) {
        List<Entry> placed = entries.stream()
                .sorted(Comparator.comparing(Entry::figure)
                        .reversed()
                        .thenComparing(entry -> entry.item().id()))
                .toList();
        Item first = placed.get(0).item();
        Block.Table table = new Block.Table(
                Stream.concat(Stream.of(titled(first.kind())), heads.stream()).toList(),
                placed.stream().map(OtherTable::line).toList());
        return Card.of(
                headline(placed, by), table, Block.Buttons.of(Actions.ask("Show " + first.id(), "show " + first.id())));
    }

    private static String titled(Kind kind) {
        return kind.title().substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.title().substring(1);
    }

    private static Block.Table.Line line(Entry entry) {
        Prose name = Prose.strong(
                entry.item().id() + " " + Phrases.clipped(entry.item().title()));
        return new Block.Table.Line(
                Stream.concat(Stream.of(name), entry.cells().stream().map(Prose::of))
                        .toList());
    }

    private static String headline(List<Entry> placed, String by) {
        Entry first = placed.get(0);
        if (first.figure().signum() < 0) {
            return "Nothing that would put these " + placed.size() + " in an order is recorded.";
        }
        List<Entry> best = placed.stream()
                .filter(entry -> entry.figure().compareTo(first.figure()) == 0)
                .toList();
        String figure = by + " (" + first.shown() + ").";
        return best.size() == 1
                ? Phrases.named(first.item()) + " comes first of " + placed.size() + " by " + figure
                : Phrases.listed(best.stream()
                                .map(entry -> entry.item().id().text())
                                .toList())
                        + " tie for the first place of " + placed.size() + " by " + figure;
    }

    private Entry product(Item item) {
        Score score = Delight.of((Product) item);
        return score instanceof Score.Known known
                ? new Entry(item, known.figure(), known.shown(), List.of(known.shown(), known.told()))
                : new Entry(item, UNKNOWN, "", List.of("", score.told()));
    }

    private Entry workstream(Item item) {
        Workstream work = (Workstream) item;
        String estimate = work.values().find(Workstream.ESTIMATE).orElse("");
        Optional<BigDecimal> weeks = Length.weeks(estimate);
        return new Entry(
                item,
                weeks.map(it -> BigDecimal.ONE.divide(it.add(BigDecimal.ONE), MathContext.DECIMAL64))
                        .orElse(UNKNOWN),
                estimate,
                List.of(
                        estimate,
                        work.values()
                                .find(Workstream.STATUS)
                                .map(status -> status.name().toLowerCase(Locale.ROOT))
                                .orElse(""),
                        work.values()
                                .find(Workstream.RISK)
                                .map(Phrases::clipped)
                                .orElse("")));
    }

    private Entry heading(Item item) {
        Under under = new Under(roadmap, item);
        Optional<BigDecimal> cost = under.in(Horizon.NOW)
                .flatMap(bet -> bet.values().find(Initiative.COST_OF_DELAY).stream())
                .map(CostOfDelay::perWeek)
                .reduce(BigDecimal::add);
        String shown =
                cost.map(sum -> String.format(Locale.US, "%,.0f a week", sum)).orElse("");
        return new Entry(
                item,
                cost.orElse(UNKNOWN),
                shown,
                List.of(
                        shown,
                        Phrases.digits(under.size(Horizon.NOW)),
                        Phrases.digits(under.size(Horizon.NEXT)),
                        Phrases.digits(under.size(Horizon.LATER)),
                        item instanceof KeyResult keyResult
                                ? Phrases.figures(keyResult).orElse("")
                                : ""));
    }
}
