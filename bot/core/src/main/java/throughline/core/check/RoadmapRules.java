package throughline.core.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.check.Rule.Fault;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Roadmap;

/** What is wrong with the roadmap as a whole. A finding names the product, or without one the first item that is too much. */
final class RoadmapRules {
    private static final int MOST_OBJECTIVES = 5;
    private static final int MOST_PRIORITIES = 9;
    /** With fewer sized bets nothing is said of their mix. */
    private static final int MIX = 3;

    private static final int NAMED = 3;

    static final List<Rule<Roadmap>> ALL = List.of(
            Rule.of(
                    "too-many-objectives",
                    Severity.SERIOUS,
                    Source.guide("Step 1: Anchor to Company Goals"),
                    "Three to five objectives can be remembered; more of them set no direction.",
                    (look, roadmap) -> objectives(roadmap)),
            Rule.of(
                    "too-many-bets",
                    Severity.SERIOUS,
                    Source.gap("Common Failures: everything is strategic"),
                    "A good product strategy has 2-4 major bets per quarter; with more, each gets less than it needs.",
                    (look, roadmap) -> bets(roadmap)),
            Rule.of(
                    "too-many-priorities",
                    Severity.SERIOUS,
                    Source.gap("Common Failures: everything is strategic"),
                    "Organizations with 10+ simultaneous priorities have no priorities.",
                    (look, roadmap) -> priorities(roadmap)),
            Rule.of(
                    "no-strategy",
                    Severity.SERIOUS,
                    Source.gap("The Strategy Stack"),
                    "Without a statement of where we play and how we win, every objective is as good as another.",
                    (look, roadmap) -> strategy(roadmap)),
            Rule.of(
                    "only-big-bets",
                    Severity.WEAK,
                    Source.gap("Bet Sizing"),
                    "Too many big bets concentrate the risk.",
                    (look, roadmap) -> mix(roadmap, Initiative.Size.BIG)),
            Rule.of(
                    "only-small-bets",
                    Severity.WEAK,
                    Source.gap("Bet Sizing"),
                    "Too many small bets lead to incremental thinking.",
                    (look, roadmap) -> mix(roadmap, Initiative.Size.SMALL)),
            Rule.of(
                    "no-leverage",
                    Severity.WEAK,
                    Source.gap("Shreyas Doshi's LNO Framework"),
                    "Leverage work, the vital few, has outsized impact; Now has none of it.",
                    (look, roadmap) -> leverage(roadmap)),
            Rule.of(
                    "incomplete-product",
                    Severity.MINOR,
                    Source.gap("The Strategy Stack"),
                    "Product strategy says what problems we solve and for whom.",
                    (look, roadmap) -> products(roadmap)));

    private RoadmapRules() {}

    private static Item named(Roadmap roadmap, Item surplus) {
        return roadmap.products().stream().findFirst().map(Item.class::cast).orElse(surplus);
    }

    private static Stream<Fault> objectives(Roadmap roadmap) {
        List<Objective> top = roadmap.objectives().stream()
                .filter(objective -> objective.values().find(Objective.LEVEL).orElse(Objective.Level.COMPANY)
                        != Objective.Level.TEAM)
                .toList();
        return top.size() <= MOST_OBJECTIVES
                ? Stream.of()
                : Fault.of(
                        named(roadmap, top.get(MOST_OBJECTIVES)),
                        "has " + top.size() + " objectives, " + (top.size() - MOST_OBJECTIVES) + " more than "
                                + MOST_OBJECTIVES,
                        "Keep the few that you know by heart; decide about "
                                + ids(top.subList(MOST_OBJECTIVES, top.size()))
                                + ": merge, defer or make them a team's",
                        "okrs");
    }

    private static String ids(List<? extends Item> items) {
        List<String> some =
                items.stream().limit(NAMED).map(item -> item.id().text()).toList();
        return String.join(", ", some) + (items.size() > NAMED ? " and " + (items.size() - NAMED) + " more" : "");
    }

    private static Stream<Fault> bets(Roadmap roadmap) {
        return Capacity.all(roadmap).flatMap(RoadmapRules::over);
    }

    private static boolean isOf(Initiative bet, ItemId product) {
        return bet.values().find(Initiative.PRODUCT).filter(product::equals).isPresent();
    }

    private static Stream<Fault> over(Capacity capacity) {
        if (!capacity.isOver()) {
            return Stream.of();
        }
        int limit = capacity.limit();
        List<Initiative> bets = capacity.bets();
        Item item = capacity.product().map(Item.class::cast).orElseGet(() -> bets.get(limit));
        List<Initiative> loose = bets.stream()
                .sorted(Comparator.comparing((Initiative bet) -> !bet.serves().isEmpty())
                        .thenComparing(Initiative::confidence))
                .limit(bets.size() - limit)
                .toList();
        return Fault.of(
                item,
                "has " + bets.size() + " major bets in Now, " + (bets.size() - limit) + " over the limit of " + limit,
                "Move out what has no line or is least sure: " + ids(loose),
                "move " + loose.get(0).id() + " next");
    }

    private static Stream<Fault> priorities(Roadmap roadmap) {
        int now = roadmap.in(Horizon.NOW).size();
        return now <= MOST_PRIORITIES
                ? Stream.of()
                : Fault.of(
                        named(
                                roadmap,
                                roadmap.in(Horizon.NOW)
                                        .first(MOST_PRIORITIES + 1)
                                        .get(MOST_PRIORITIES)),
                        "has " + now + " priorities in Now",
                        "Keep those that you can remember without a document; move the others to Next",
                        "now");
    }

    private static Stream<Fault> strategy(Roadmap roadmap) {
        return roadmap.strategies().isEmpty() && !roadmap.objectives().isEmpty()
                ? Fault.of(
                        named(roadmap, roadmap.objectives().first(1).get(0)),
                        "has no strategy statement",
                        "Write one sentence: where we play and how we win, with what may be refused for it",
                        "add strategy")
                : Stream.of();
    }

    /** Of each product, where there are several: a portfolio of small bets does not make up for one of big ones. */
    private static Stream<Fault> mix(Roadmap roadmap, Initiative.Size size) {
        List<Initiative> sized = roadmap.in(Horizon.NOW).stream()
                .filter(bet -> bet.values().find(Initiative.SIZE).isPresent())
                .toList();
        List<Product> products = roadmap.products().toList();
        return products.size() < 2
                ? mix(products.stream().findFirst(), sized, size)
                : products.stream()
                        .flatMap(product -> mix(
                                Optional.of(product),
                                sized.stream()
                                        .filter(bet -> isOf(bet, product.id()))
                                        .toList(),
                                size));
    }

    private static Stream<Fault> mix(Optional<Product> product, List<Initiative> sized, Initiative.Size size) {
        boolean isOne = sized.size() >= MIX
                && sized.stream().allMatch(bet -> bet.values().get(Initiative.SIZE) == size);
        return isOne
                ? Fault.of(
                        product.map(Item.class::cast).orElseGet(() -> sized.get(0)),
                        "has only " + (size == Initiative.Size.BIG ? "big" : "small") + " bets in Now (" + ids(sized)
                                + ")",
                        size == Initiative.Size.BIG
                                ? "Swap one for a smaller bet of which you are surer"
                                : "Make room for one bet that could change a key result",
                        "now")
                : Stream.of();
    }

    private static Stream<Fault> leverage(Roadmap roadmap) {
        List<Initiative> typed = roadmap.in(Horizon.NOW).stream()
                .filter(bet -> bet.values().find(Initiative.WORK_TYPE).isPresent())
                .toList();
        boolean hasNone = typed.size() >= MIX
                && typed.stream()
                        .noneMatch(bet -> bet.values().get(Initiative.WORK_TYPE) == Initiative.WorkType.LEVERAGE);
        return hasNone
                ? Fault.of(
                        named(roadmap, typed.get(0)),
                        "has no leverage work in Now (" + ids(typed) + " are neutral or overhead)",
                        "Ask which single bet would matter most if it worked, and make room for it",
                        "next")
                : Stream.of();
    }

    private static Stream<Fault> products(Roadmap roadmap) {
        return roadmap.products().stream()
                .filter(product -> product.values().find(Product.PROBLEMS).isEmpty()
                        || product.values().find(Product.CUSTOMERS).isEmpty())
                .flatMap(product -> Fault.of(
                        product,
                        "does not say which problems it solves and for whom",
                        "One sentence each; every objective will be held against them",
                        "edit " + product.id()));
    }

    /** Whether there is anything to look at. */
    static boolean isEmpty(Roadmap roadmap) {
        return Stream.of(Kind.OBJECTIVE, Kind.INITIATIVE, Kind.THEME, Kind.STRATEGY)
                .allMatch(kind -> roadmap.all(kind).isEmpty());
    }
}
