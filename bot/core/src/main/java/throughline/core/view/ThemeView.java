package throughline.core.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Theme;

/** For executives: each theme with its outcome KPI, the OKRs that it serves and how much is under way. */
public final class ThemeView {
    private static final int OBJECTIVES = 2;

    private final Roadmap roadmap;

    public ThemeView(Scene scene) {
        this.roadmap = scene.roadmap();
    }

    public View view() {
        Listing<Theme> themes = roadmap.themes();
        return themes.isEmpty()
                ? View.empty("No themes are recorded yet.")
                : new View(
                        headline(themes),
                        List.of(),
                        Rows.of(themes, theme -> new Rows.Entry("", Rows.row(name(theme), details(theme)))),
                        List.of());
    }

    private String headline(Listing<Theme> themes) {
        int inNow = themes.stream()
                .mapToInt(theme -> roadmap.in(Horizon.NOW, theme).size())
                .sum();
        long withoutKpi = themes.stream().filter(theme -> theme.kpi().isEmpty()).count();
        int others = roadmap.in(Horizon.NOW).size() - inNow;
        return Phrases.plural(themes.size(), "theme", "themes") + " with "
                + Phrases.plural(inNow, "bet", "bets") + " in Now"
                + (others > 0 ? "; " + Phrases.digits(others) + " more in Now without a theme" : "") + "."
                + (withoutKpi > 0 ? " " + Phrases.digits((int) withoutKpi) + " without a KPI." : "");
    }

    private static String name(Theme theme) {
        return theme.id() + " " + Phrases.clipped(theme.title());
    }

    private List<String> details(Theme theme) {
        ByHorizon bets = ByHorizon.of(horizon -> roadmap.in(horizon, theme).size());
        return List.of(
                "KPI: " + theme.kpi().orElse("none"),
                served(theme),
                bets.open() == 0 ? "no bet is open" : bets.words() + done(bets.in(Horizon.DONE)));
    }

    private static String done(int bets) {
        return bets == 0 ? "" : "; " + Phrases.digits(bets) + " done";
    }

    private String served(Theme theme) {
        List<String> objectives = theme.serves().stream()
                .flatMap(id -> roadmap.find(id, Objective.class).stream())
                .map(this::objective)
                .toList();
        return objectives.isEmpty() ? "serves no objective" : "→ " + BetRows.some(objectives, OBJECTIVES);
    }

    private String objective(Objective objective) {
        Optional<KeyResult> first = roadmap.measuring(objective).stream().findFirst();
        return Stream.of(Optional.of(Rows.clipped(Phrases.named(objective), 60)), first.map(Phrases::progress))
                .flatMap(Optional::stream)
                .reduce((name, figures) -> name + ": " + figures)
                .orElseThrow();
    }
}
