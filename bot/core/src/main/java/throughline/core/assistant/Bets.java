package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Kind;
import throughline.core.roadmap.Roadmap;
import throughline.core.view.ByHorizon;
import throughline.core.view.Phrases;

/**
 * The bets that are looked at together.
 *
 * @param called what they are the bets of: "Now", "First week (T1)"; "" where each was named
 * @param typed the same as it is typed
 * @param size how many there are; {@code list} has the first thousand
 */
record Bets(String called, String typed, int size, List<Initiative> list, List<String> entities) {
    private static final int MOST = 1_000;

    /** @param narrowed teams, objectives, themes and owners that they are narrowed down to, as they are typed */
    static Bets in(Request request, Horizon horizon, String narrowed) {
        Scope scope = Scope.of(request.about(narrowed));
        Scope.Bets bets = scope.in(request.roadmap(), horizon);
        return new Bets(
                horizon.title() + (scope.isEverything() ? "" : " for " + scope.called()),
                horizon.title().toLowerCase(Locale.ROOT) + scope.typed(),
                bets.size(),
                bets.all().get().limit(MOST).toList(),
                scope.entities());
    }

    static boolean areUnder(Item item) {
        return item.kind() == Kind.THEME || item.kind() == Kind.OBJECTIVE || item.kind() == Kind.KEY_RESULT;
    }

    /** The open ones under a theme, an objective or a key result. */
    static Bets under(Roadmap roadmap, Item item) {
        Under under = new Under(roadmap, item);
        return new Bets(
                Phrases.named(item),
                Subject.entity(item),
                ByHorizon.OPEN.stream().mapToInt(under::size).sum(),
                ByHorizon.OPEN.stream().flatMap(under::in).limit(MOST).toList(),
                List.of(Subject.entity(item)));
    }

    static Bets named(List<Initiative> bets) {
        return new Bets(
                "", "", bets.size(), bets, bets.stream().map(Subject::entity).toList());
    }

    boolean isPart() {
        return list.size() < size;
    }
}
