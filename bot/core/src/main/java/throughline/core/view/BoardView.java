package throughline.core.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Roadmap;

/** For everybody: Now, Next and Later as columns. */
public final class BoardView {
    private final Scene scene;

    public BoardView(Scene scene) {
        this.scene = scene;
    }

    public View view() {
        Roadmap roadmap = scene.roadmap();
        Rows rows = ByHorizon.OPEN.stream().map(this::column).reduce(Rows::then).orElseThrow();
        if (rows.size().orElse(0) == 0) {
            return View.empty("The board is empty: nothing is in Now, Next or Later.");
        }
        String counts = ByHorizon.OPEN.stream()
                .map(horizon -> Phrases.digits(roadmap.in(horizon).size()) + " in " + horizon.title())
                .collect(Collectors.joining(", "));
        return new View("Board: " + counts + ".", List.of(), rows, List.of());
    }

    /** The same with the first few rows of each column, for a first answer. */
    public View glance() {
        View whole = view();
        List<Rows.Entry> first = ByHorizon.OPEN.stream()
                .flatMap(horizon -> column(horizon).stretch().of(0, horizon == Horizon.LATER ? 1 : 2).stream())
                .toList();
        return new View(
                whole.headline(),
                whole.summary(),
                new Rows(
                        whole.rows().size(),
                        (from, most) -> first.stream().skip(from).limit(most).toList()),
                whole.notes());
    }

    private Rows column(Horizon horizon) {
        return new BetRows(scene)
                .of(
                        horizon.title() + ": "
                                + Phrases.plural(scene.roadmap().in(horizon).size(), "bet", "bets"),
                        scene.roadmap().in(horizon),
                        BoardView::about);
    }

    private static Stream<String> about(Initiative bet, Phrases phrases) {
        return Stream.of(bet.team().map(phrases::title), bet.owner().map(phrases::call))
                .flatMap(Optional::stream);
    }
}
