package throughline.core.check;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Strategy;
import throughline.core.roadmap.Theme;
import throughline.core.roadmap.Workstream;

/** Holds a roadmap against every rule. Start here: the rules stand beside the kind that they are about. */
public record Check(Look look) {
    /** Of a larger roadmap that much is looked at, what is sooner first. */
    public static final int MOST_ITEMS = 6_000;

    /** Every rule, in the order of findings of one severity. */
    public static final List<Rule<?>> RULES = Stream.of(
                    RoadmapRules.ALL,
                    StrategyRules.ALL,
                    ObjectiveRules.ALL,
                    KeyResultRules.ALL,
                    ThemeRules.ALL,
                    InitiativeRules.ALL,
                    NowRules.ALL,
                    WorkstreamRules.ALL)
            .<Rule<?>>flatMap(List::stream)
            .toList();

    private static final Map<String, Integer> POSITIONS = IntStream.range(0, RULES.size())
            .boxed()
            .collect(Collectors.toMap(index -> RULES.get(index).id(), index -> index, Math::min));

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> POSITIONS.getOrDefault(finding.rule().id(), RULES.size()))
            .thenComparing(finding -> finding.item().id());

    /** What was found, the worst first, and whether everything was looked at. */
    public record Report(List<Finding> findings, boolean isWhole) {
        public Report {
            findings = List.copyOf(findings);
        }
    }

    public static Check of(Roadmap roadmap, LocalDate today) {
        return new Check(new Look(roadmap, today));
    }

    public boolean hasNothing() {
        return RoadmapRules.isEmpty(look.roadmap());
    }

    /** Everything: each item that is not done with, and the roadmap as a whole. */
    public Report all() {
        return of(everything(), true);
    }

    /** Some items, each once; and the roadmap as a whole if {@code whole}. */
    public Report of(Stream<? extends Item> items, boolean whole) {
        List<? extends Item> some = items.distinct().limit(MOST_ITEMS + 1L).toList();
        List<Finding> findings = Stream.concat(
                        whole ? ofWhole() : Stream.of(),
                        some.stream().limit(MOST_ITEMS).flatMap(this::of))
                .sorted(ORDER)
                .toList();
        return new Report(findings, some.size() <= MOST_ITEMS);
    }

    private Stream<Item> everything() {
        Roadmap roadmap = look.roadmap();
        Stream<Item> above = Stream.of(Kind.STRATEGY, Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.THEME)
                .flatMap(kind -> roadmap.all(kind).stream());
        Stream<Item> bets =
                Stream.of(Horizon.NOW, Horizon.NEXT, Horizon.LATER).flatMap(horizon -> roadmap.in(horizon).stream());
        Stream<Item> work = roadmap.all(Kind.WORKSTREAM).stream();
        return Stream.of(above, bets, work).flatMap(items -> items);
    }

    private Stream<Finding> ofWhole() {
        return on(RoadmapRules.ALL, look.roadmap());
    }

    /** What is wrong with one item. */
    public Stream<Finding> of(Item item) {
        if (item instanceof Initiative bet) {
            return of(bet);
        }
        if (item instanceof Objective objective) {
            return on(ObjectiveRules.ALL, objective);
        }
        if (item instanceof KeyResult keyResult) {
            return on(KeyResultRules.ALL, keyResult);
        }
        if (item instanceof Theme theme) {
            return on(ThemeRules.ALL, theme);
        }
        if (item instanceof Strategy strategy) {
            return on(StrategyRules.ALL, strategy);
        }
        return item instanceof Workstream work ? on(WorkstreamRules.ALL, work) : Stream.of();
    }

    private Stream<Finding> of(Initiative bet) {
        return switch (bet.horizon()) {
            case NOW -> Stream.concat(on(InitiativeRules.ALL, bet), on(NowRules.ALL, bet));
            case NEXT, LATER -> on(InitiativeRules.ALL, bet);
            default -> Stream.of();
        };
    }

    private <T> Stream<Finding> on(List<Rule<T>> rules, T subject) {
        return rules.stream().flatMap(rule -> rule.on(look, subject));
    }
}
