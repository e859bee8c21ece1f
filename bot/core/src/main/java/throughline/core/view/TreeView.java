package throughline.core.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Experiment;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Theme;

/**
 * Teresa Torres' Opportunity Solution Tree: outcome (key result) → opportunity (theme) → solution (initiative) → experiment. What
 * misses a level hangs where it belongs all the same, and says what it misses.
 */
public final class TreeView {
    /** One level deeper; a wide space is kept by every platform. */
    private static final String DEEPER = "\u2003";

    private final Roadmap roadmap;

    public TreeView(Scene scene) {
        this.roadmap = scene.roadmap();
    }

    /** Of every objective. */
    public View view() {
        int objectives = roadmap.objectives().size();
        if (objectives == 0) {
            return View.empty("There is no tree yet: no objective is recorded.");
        }
        return view(
                "Opportunity Solution Tree: " + Phrases.plural(objectives, "objective", "objectives") + ", "
                        + Phrases.plural(roadmap.all(Kind.KEY_RESULT).size(), "key result", "key results") + ", "
                        + Phrases.plural(roadmap.themes().size(), "theme", "themes") + ", "
                        + Phrases.plural(roadmap.all(Kind.EXPERIMENT).size(), "experiment", "experiments") + ".",
                () -> roadmap.objectives().stream().map(this::node).toList());
    }

    /** Of an objective, a key result, a theme or an initiative. */
    public View view(Item top) {
        String headline = "Opportunity Solution Tree of " + Phrases.named(top) + ".";
        if (top instanceof Objective objective) {
            return view(headline, () -> List.of(node(objective)));
        }
        if (top instanceof KeyResult keyResult) {
            return view(headline, () -> List.of(node(keyResult, 0)));
        }
        return top instanceof Theme theme
                ? view(headline, () -> List.of(node(theme, 0, () -> open(theme))))
                : view(headline, () -> List.of(node((Initiative) top, 0)));
    }

    /** A row, and what hangs under it; both are made when they are reached. */
    private record Node(Supplier<Block.Items.Row> row, Supplier<List<Node>> below) {}

    private static View view(String headline, Supplier<List<Node>> top) {
        return new View(headline, List.of(), Rows.uncounted((from, most) -> walked(top, from, most)), List.of());
    }

    /** What stands above a stretch is passed by without being drawn. */
    private static List<Rows.Entry> walked(Supplier<List<Node>> top, int from, int most) {
        List<Rows.Entry> entries = new ArrayList<>();
        Deque<Iterator<Node>> path = new ArrayDeque<>(List.of(top.get().iterator()));
        int passed = 0;
        while (!path.isEmpty() && entries.size() < most) {
            if (!path.element().hasNext()) {
                path.pop();
                continue;
            }
            Node node = path.element().next();
            if (passed++ >= from) {
                entries.add(new Rows.Entry("", node.row.get()));
            }
            path.push(node.below.get().iterator());
        }
        return entries;
    }

    private Node node(Objective objective) {
        List<KeyResult> keyResults = roadmap.measuring(objective).toList();
        return new Node(
                () -> row(objective, 0, objective.title(), keyResults.isEmpty() ? "no key result measures it" : ""),
                () -> Stream.concat(
                                keyResults.stream().map(keyResult -> node(keyResult, 1)), loose(objective, keyResults))
                        .toList());
    }

    private Node node(KeyResult keyResult, int depth) {
        return new Node(
                () -> row(
                        keyResult,
                        depth,
                        Phrases.progress(keyResult),
                        isServed(keyResult) ? "" : "nothing open serves it"),
                () -> below(keyResult, depth + 1));
    }

    private boolean isServed(KeyResult keyResult) {
        return ByHorizon.OPEN.stream()
                .anyMatch(horizon -> !roadmap.serving(keyResult, horizon).isEmpty());
    }

    /** The open bets under their themes, those without a theme last. */
    private List<Node> below(KeyResult keyResult, int depth) {
        Map<Optional<ItemId>, List<Initiative>> byTheme = ByHorizon.OPEN.stream()
                .flatMap(horizon -> roadmap.serving(keyResult, horizon).stream())
                .collect(Collectors.groupingBy(Initiative::theme, LinkedHashMap::new, Collectors.toList()));
        List<Node> themed = new ArrayList<>();
        List<Node> themeless = new ArrayList<>();
        byTheme.forEach((id, bets) -> id.flatMap(known -> roadmap.find(known, Theme.class))
                .ifPresentOrElse(
                        theme -> themed.add(node(theme, depth, bets::stream)),
                        () -> bets.forEach(bet -> themeless.add(node(bet, depth)))));
        themed.addAll(themeless);
        return themed;
    }

    /** The themes of an objective with the open bets that serve none of its key results, and the themes without any. */
    private Stream<Node> loose(Objective objective, List<KeyResult> keyResults) {
        List<ItemId> served = keyResults.stream().map(Item::id).toList();
        return roadmap.themesOf(objective).stream().flatMap(theme -> {
            List<Initiative> bets = open(theme)
                    .filter(bet -> bet.serves().stream().noneMatch(served::contains))
                    .toList();
            boolean isShownAbove = bets.isEmpty() && hasOpen(theme);
            return isShownAbove ? Stream.of() : Stream.of(node(theme, 1, bets::stream));
        });
    }

    private Stream<Initiative> open(Theme theme) {
        return ByHorizon.OPEN.stream().flatMap(horizon -> roadmap.in(horizon, theme).stream());
    }

    private boolean hasOpen(Theme theme) {
        return ByHorizon.OPEN.stream()
                .anyMatch(horizon -> !roadmap.in(horizon, theme).isEmpty());
    }

    private Node node(Theme theme, int depth, Supplier<Stream<Initiative>> bets) {
        return new Node(
                () -> row(theme, depth, theme.title(), hasOpen(theme) ? "" : "no open bet"),
                () -> bets.get().map(bet -> node(bet, depth + 1)).toList());
    }

    private Node node(Initiative bet, int depth) {
        return new Node(
                () -> row(
                        bet,
                        depth,
                        bet.title(),
                        bet.horizon().title()
                                + missing(bet)
                                + FlagWords.mark(bet).map(mark -> ", " + mark).orElse("")),
                () -> experiments(bet, depth + 1));
    }

    private List<Node> experiments(Initiative bet, int depth) {
        Listing<Experiment> tests = roadmap.testing(bet);
        return tests.isEmpty()
                ? List.of()
                : tests.stream().map(experiment -> node(experiment, depth)).toList();
    }

    private static String missing(Initiative bet) {
        return (bet.theme().isEmpty() ? ", no theme" : "") + (bet.serves().isEmpty() ? ", no line to an OKR" : "");
    }

    private static Node node(Experiment experiment, int depth) {
        return new Node(
                () -> row(
                        experiment,
                        depth,
                        experiment.title(),
                        experiment
                                .values()
                                .find(Experiment.RESULT)
                                .map(result -> "result: " + result)
                                .orElse("no result yet")),
                List::of);
    }

    /** "└ Theme T1 First week": every row says what it is, so that the tree can be read aloud. */
    private static Block.Items.Row row(Item item, int depth, String text, String detail) {
        String kind = item.kind().title().substring(0, 1).toUpperCase(Locale.ROOT)
                + item.kind().title().substring(1);
        String branch = depth == 0 ? "" : DEEPER.repeat(depth - 1) + "└ ";
        return Rows.row(branch + kind + " " + item.id() + " " + Phrases.clipped(text), List.of(detail));
    }
}
