package throughline.core.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Block.Facts.Fact;
import throughline.core.card.Card;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Finding;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Review;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Strategy;
import throughline.core.roadmap.SuccessCriterion;
import throughline.core.roadmap.Theme;
import throughline.core.roadmap.Workstream;

/** One item with everything that helps to judge it. */
public final class ItemView {
    private final Scene scene;
    private final Roadmap roadmap;
    private final Phrases phrases;

    public ItemView(Scene scene) {
        this.scene = scene;
        this.roadmap = scene.roadmap();
        this.phrases = new Phrases(scene);
    }

    /**
     * Draws an item of any kind but a team.
     *
     * @param rows how many of its parts to list
     */
    public Card of(Item item, int rows) {
        List<Block> blocks = new ArrayList<>();
        description(item).ifPresent(text -> blocks.add(new Block.Text(Prose.of(text))));
        List<Fact> facts = new ArrayList<>(facts(item));
        fact("Flagged", new FlagWords(scene).of(item)).ifPresent(facts::add);
        fact("Reviewed", reviewed(item)).ifPresent(facts::add);
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
        parts(item, rows).ifPresent(blocks::add);
        String freshness = phrases.freshness(item);
        if (!freshness.isEmpty()) {
            blocks.add(new Block.Note(Prose.of(freshness)));
        }
        return new Card(Prose.strong(headline(item)), blocks);
    }

    /** "by Priya 3 days ago: it fits" of engineering's last feasibility review. */
    private Optional<String> reviewed(Item item) {
        return item instanceof Initiative
                ? item.values().all(Initiative.REVIEWS).stream()
                        .reduce((earlier, later) -> later)
                        .map(review -> "by " + phrases.call(review.by()) + " " + phrases.ago(review.on())
                                + review.note()
                                        .map(note -> ": " + Phrases.clipped(note))
                                        .orElse(""))
                : Optional.empty();
    }

    private String headline(Item item) {
        String name = Phrases.named(item);
        if (item instanceof Initiative initiative) {
            return name + " is in " + initiative.horizon().title() + ": " + Phrases.confidence(initiative) + ".";
        }
        if (item instanceof KeyResult keyResult) {
            return name
                    + Phrases.figures(keyResult).map(figures -> ": " + figures).orElse(" has no figures yet")
                    + Phrases.byWhen(keyResult).map(when -> ", " + when).orElse("") + ".";
        }
        return name + " is " + item.kind().withArticle() + ".";
    }

    private Optional<String> description(Item item) {
        if (item instanceof Initiative initiative) {
            return initiative.description();
        }
        if (item instanceof Objective objective) {
            return objective.why();
        }
        return item instanceof Theme theme ? theme.values().find(Theme.PROBLEM) : Optional.empty();
    }

    private List<Fact> facts(Item item) {
        if (item instanceof Initiative initiative) {
            return ofInitiative(initiative);
        }
        if (item instanceof KeyResult keyResult) {
            return ofKeyResult(keyResult);
        }
        if (item instanceof Objective objective) {
            return ofObjective(objective);
        }
        if (item instanceof Theme theme) {
            return present(fact("KPI", theme.kpi()), fact("Serves", ids(theme.serves())), owner(theme));
        }
        if (item instanceof Product product) {
            return present(
                    fact("Solves", product.values().find(Product.PROBLEMS)),
                    fact("For", product.values().find(Product.CUSTOMERS)),
                    owner(product));
        }
        if (item instanceof Strategy strategy) {
            return present(
                    fact("Where we play", strategy.values().find(Strategy.WHERE)),
                    fact("How we win", strategy.values().find(Strategy.HOW)),
                    fact("We may say no", joined(strategy.permissionToSayNo())),
                    owner(strategy));
        }
        return item instanceof Workstream workstream ? ofWorkstream(workstream) : List.of();
    }

    private List<Fact> ofInitiative(Initiative initiative) {
        return present(
                Optional.of(new Fact("Line", Prose.join("; ", phrases.lineOf(initiative)))),
                fact("Theme", initiative.theme().map(phrases::title)),
                fact("Team", initiative.team().map(phrases::title)),
                owner(initiative),
                fact("Bet", bet(initiative)),
                fact("Release window", Phrases.window(initiative)),
                fact("Entry", entry(initiative)),
                fact("Quarterly review", reviewedQuarter(initiative)),
                fact(
                        "Success",
                        joined(initiative.values().all(Initiative.SUCCESS).stream()
                                .map(ItemView::criterion)
                                .toList())),
                texts("Constraints", initiative, Initiative.CONSTRAINTS),
                texts("Non-goals", initiative, Initiative.NON_GOALS),
                fact(
                        "Depends on",
                        joined(initiative.values().all(Initiative.DEPENDS_ON).stream()
                                .map(this::named)
                                .toList())));
    }

    /** How it came into Now, and what was missing then. */
    private Optional<String> entry(Initiative initiative) {
        return initiative
                .entered()
                .map(entered -> Phrases.sentence(phrases.entered(initiative).orElse(""))
                        + entered.reason()
                                .map(reason -> " Why: " + Phrases.closed(reason))
                                .orElse("")
                        + (entered.missing().isEmpty()
                                ? ""
                                : " Missing then: " + Phrases.listed(entered.missing()) + "."));
    }

    /** What its last review that is closed found, or that it is not confirmed. */
    private Optional<String> reviewedQuarter(Initiative initiative) {
        return phrases.unconfirmed(initiative)
                .or(() -> roadmap.reviewing(initiative).stream()
                        .filter(review -> review.closed().isPresent())
                        .max(Comparator.comparing(Review::quarter))
                        .flatMap(review -> review.finding(initiative.id()).map(found -> told(review, found))));
    }

    private static String told(Review review, Finding found) {
        String result = switch (found.result()) {
            case REACHED -> "it reached its result";
            case MISSED -> "it missed its result";
            case UNMEASURED -> "nothing measured it";
            case NOT_DUE -> "results were not due";
        };
        return review.called() + ": " + result + "; " + found.verdict().words()
                + found.learned()
                        .map(words -> ". Learned: " + Phrases.closed(words))
                        .orElse("");
    }

    private static Optional<String> bet(Initiative initiative) {
        return Optional.of(Stream.of(
                                initiative.values().find(Initiative.SIZE).map(size -> lower(size) + " bet"),
                                initiative.values().find(Initiative.WORK_TYPE).map(ItemView::lower),
                                initiative.values().find(Initiative.NATURE).map(ItemView::lower))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }

    private static String criterion(SuccessCriterion criterion) {
        String way = Stream.of(criterion.baseline(), criterion.target())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" → "));
        return criterion.outcome() + (way.isEmpty() ? "" : " (" + way + ")");
    }

    private List<Fact> ofKeyResult(KeyResult keyResult) {
        return present(
                fact("Objective", Optional.of(named(keyResult.objective()))),
                fact("Metric", Optional.of(keyResult.metric())),
                fact("Measured by", keyResult.owner().map(phrases::call)));
    }

    private List<Fact> ofObjective(Objective objective) {
        return present(
                fact("Current state", objective.values().find(Objective.CURRENT)),
                fact("Target state", objective.values().find(Objective.TARGET)),
                fact("Supports", objective.supports().map(this::named)),
                fact("Strategy", objective.strategy().map(phrases::title)),
                owner(objective));
    }

    private List<Fact> ofWorkstream(Workstream workstream) {
        return present(
                fact("Builds", Optional.of(named(workstream.initiative()))),
                fact("Status", workstream.values().find(Workstream.STATUS).map(ItemView::lower)),
                fact("Estimate", workstream.values().find(Workstream.ESTIMATE)),
                fact("Risk", workstream.values().find(Workstream.RISK)),
                owner(workstream));
    }

    private Optional<Block> parts(Item item, int rows) {
        if (item instanceof KeyResult keyResult) {
            return new CheckInRows(scene).of(keyResult, rows);
        }
        if (item instanceof Objective objective) {
            return items(roadmap.measuring(objective), rows, Phrases::progress);
        }
        if (item instanceof Initiative initiative) {
            return items(roadmap.building(initiative), rows, Item::title);
        }
        return item instanceof Theme theme
                ? items(
                        roadmap.in(theme),
                        rows,
                        initiative -> initiative.title() + " · "
                                + initiative.horizon().title())
                : Optional.empty();
    }

    private static <T extends Item> Optional<Block> items(Listing<T> listing, int rows, Function<T, String> text) {
        return rows(listing.stream()
                .limit(rows)
                .map(item ->
                        new Block.Items.Row(Prose.strong(item.id().text()).then(" " + text.apply(item)), List.of()))
                .toList());
    }

    private static Optional<Block> rows(List<Block.Items.Row> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Items(rows));
    }

    private Optional<Fact> owner(Item item) {
        return fact("Owner", item.owner().map(scene.people()::fullName));
    }

    private Optional<String> ids(List<ItemId> ids) {
        return joined(ids.stream().map(this::named).toList());
    }

    private String named(ItemId id) {
        return roadmap.find(id).map(Phrases::named).orElse(id.text());
    }

    private static Optional<Fact> texts(String label, Item item, Field<List<String>> field) {
        return fact(label, joined(item.values().all(field)));
    }

    private static Optional<String> joined(List<String> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private static Optional<Fact> fact(String label, Optional<String> value) {
        return value.map(text -> new Fact(label, Prose.of(text)));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static List<Fact> present(Optional<Fact>... facts) {
        return Arrays.stream(facts).flatMap(Optional::stream).toList();
    }
}
