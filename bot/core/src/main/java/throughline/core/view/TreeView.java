package throughline.core.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
                () -> roadmap.objectives().stream().flatMap(this::tree));
    }

    /** Of an objective, a key result, a theme or an initiative. */
    public View view(Item top) {
        String headline = "Opportunity Solution Tree of " + Phrases.named(top) + ".";
        if (top instanceof Objective objective) {
            return view(headline, () -> tree(objective));
        }
        if (top instanceof KeyResult keyResult) {
            return view(headline, () -> tree(keyResult, 0));
        }
        return top instanceof Theme theme
                ? view(headline, () -> tree(theme, 0, roadmap.in(theme).stream().filter(TreeView::isOpen)))
                : view(headline, () -> tree((Initiative) top, 0));
    }

    private interface Branch {
        Stream<Block.Items.Row> rows();
    }

    private static View view(String headline, Branch branch) {
        return new View(
                headline,
                List.of(),
                Rows.uncounted(() -> branch.rows().map(row -> new Rows.Entry("", row))),
                List.of());
    }

    private Stream<Block.Items.Row> tree(Objective objective) {
        List<KeyResult> keyResults = roadmap.measuring(objective).toList();
        Stream<Block.Items.Row> top = Stream.of(
                row(objective, 0, objective.title(), keyResults.isEmpty() ? "no key result measures it" : ""));
        return Stream.of(
                        top, keyResults.stream().flatMap(keyResult -> tree(keyResult, 1)), loose(objective, keyResults))
                .flatMap(rows -> rows);
    }

    private Stream<Block.Items.Row> tree(KeyResult keyResult, int depth) {
        // A key result has many rows perhaps, so they are made when it is reached.
        return Stream.<Branch>of(() -> grown(keyResult, depth)).flatMap(Branch::rows);
    }

    private Stream<Block.Items.Row> grown(KeyResult keyResult, int depth) {
        Map<Optional<ItemId>, List<Initiative>> byTheme = ByHorizon.OPEN.stream()
                .flatMap(horizon -> roadmap.serving(keyResult, horizon).stream())
                .collect(Collectors.groupingBy(this::themeOf, LinkedHashMap::new, Collectors.toList()));
        List<Initiative> themeless = byTheme.getOrDefault(Optional.<ItemId>empty(), List.of());
        Stream<Block.Items.Row> themed = byTheme.entrySet().stream()
                .flatMap(entry -> entry.getKey().stream()
                        .flatMap(id -> roadmap.find(id, Theme.class).stream())
                        .flatMap(theme -> tree(theme, depth + 1, entry.getValue().stream())));
        return Stream.of(
                        Stream.of(row(
                                keyResult,
                                depth,
                                Phrases.progress(keyResult),
                                byTheme.isEmpty() ? "nothing open serves it" : "")),
                        themed,
                        themeless.stream().flatMap(bet -> tree(bet, depth + 1)))
                .flatMap(rows -> rows);
    }

    private Optional<ItemId> themeOf(Initiative bet) {
        return bet.theme().filter(id -> roadmap.find(id, Theme.class).isPresent());
    }

    /** The themes of an objective whose open bets serve none of its key results. */
    private Stream<Block.Items.Row> loose(Objective objective, List<KeyResult> keyResults) {
        List<ItemId> served = keyResults.stream().map(Item::id).toList();
        Predicate<Initiative> isLoose =
                bet -> isOpen(bet) && bet.serves().stream().noneMatch(served::contains);
        return roadmap.themesOf(objective).stream().flatMap(theme -> {
            List<Initiative> bets = roadmap.in(theme).stream().filter(isLoose).toList();
            boolean isShownAbove = bets.isEmpty() && hasOpen(theme);
            return isShownAbove ? Stream.of() : tree(theme, 1, bets.stream());
        });
    }

    private boolean hasOpen(Theme theme) {
        return ByHorizon.OPEN.stream()
                .anyMatch(horizon -> !roadmap.in(horizon, theme).isEmpty());
    }

    private Stream<Block.Items.Row> tree(Theme theme, int depth, Stream<Initiative> bets) {
        return Stream.concat(
                Stream.of(row(theme, depth, theme.title(), hasOpen(theme) ? "" : "no open bet")),
                bets.flatMap(bet -> tree(bet, depth + 1)));
    }

    private Stream<Block.Items.Row> tree(Initiative bet, int depth) {
        String missing = Stream.of(
                        bet.theme().isEmpty() ? "no theme" : "", bet.serves().isEmpty() ? "no line to an OKR" : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return Stream.concat(
                Stream.of(row(
                        bet, depth, bet.title(), bet.horizon().title() + (missing.isEmpty() ? "" : ", " + missing))),
                roadmap.testing(bet).stream().map(experiment -> row(experiment, depth + 1)));
    }

    private static Block.Items.Row row(Experiment experiment, int depth) {
        return row(
                experiment,
                depth,
                experiment.title(),
                experiment
                        .values()
                        .find(Experiment.RESULT)
                        .map(result -> "result: " + result)
                        .orElse("no result yet"));
    }

    /** "└ Theme T1 First week": every row says what it is, so that the tree can be read aloud. */
    private static Block.Items.Row row(Item item, int depth, String text, String detail) {
        String kind = item.kind().title().substring(0, 1).toUpperCase(Locale.ROOT)
                + item.kind().title().substring(1);
        String branch = depth == 0 ? "" : DEEPER.repeat(depth - 1) + "└ ";
        return Rows.row(branch + kind + " " + item.id() + " " + Phrases.clipped(text), List.of(detail));
    }

    private static boolean isOpen(Initiative bet) {
        return bet.horizon().isOpen();
    }
}
