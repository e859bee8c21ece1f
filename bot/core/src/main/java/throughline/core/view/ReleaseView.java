package throughline.core.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Initiative.Moscow;
import throughline.core.roadmap.Listing;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Window;

/**
 * For engineering, marketing and sales: the open bets by release window, what must be in it first, with what they need. A window
 * is a promise of a quarter, never of a date.
 */
public final class ReleaseView {
    private static final int NEEDS = 3;

    private final Scene scene;
    private final Roadmap roadmap;
    private final Phrases phrases;

    public ReleaseView(Scene scene) {
        this.scene = scene;
        this.roadmap = scene.roadmap();
        this.phrases = new Phrases(scene);
    }

    public View view() {
        Listing<Initiative> bets = roadmap.releasing();
        return bets.isEmpty()
                ? View.empty("No bets are open, so nothing is to be released.")
                : new View(
                        headline(bets),
                        List.of(),
                        Rows.of(bets, bet -> new Rows.Entry(heading(bet.window()), row(bet))),
                        List.of());
    }

    private String headline(Listing<Initiative> bets) {
        int without = roadmap.withoutWindow().size();
        int planned = bets.size() - without;
        if (planned == 0) {
            return "None of " + Phrases.plural(bets.size(), "open bet", "open bets") + " has a release window.";
        }
        Optional<Window> first = bets.stream().findFirst().flatMap(Initiative::window);
        return Phrases.digits(planned) + " of " + Phrases.plural(bets.size(), "open bet", "open bets")
                + (planned == 1 ? " has" : " have") + " a release window"
                + first.map(window -> "; " + (window.isOver(scene.today()) ? "overdue since " : "the first is ")
                                + window.title())
                        .orElse("")
                + ".";
    }

    private String heading(Optional<Window> window) {
        if (window.isEmpty()) {
            return "No release window: "
                    + Phrases.plural(roadmap.withoutWindow().size(), "bet", "bets");
        }
        Window given = window.get();
        String over = given.isOver(scene.today()) ? " (over)" : "";
        String places = Stream.of(Moscow.values())
                .map(place -> counted(given, place))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return given.title() + over + ": "
                + Phrases.plural(roadmap.releasing(given).size(), "bet", "bets")
                + (places.isEmpty() ? "" : ", " + places);
    }

    private Optional<String> counted(Window window, Moscow place) {
        int count = roadmap.releasing(window, place).size();
        return count == 0 ? Optional.empty() : Optional.of(Phrases.digits(count) + " " + word(place));
    }

    private Block.Items.Row row(Initiative bet) {
        List<String> details = new ArrayList<>();
        details.add(Stream.of(
                        bet.moscow().map(ReleaseView::word),
                        Optional.of(bet.horizon().title()),
                        Optional.of(Phrases.confidence(bet)),
                        bet.team().map(phrases::title))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
        details.add(needs(bet));
        List<String> later = later(bet);
        details.add(later.isEmpty() ? "" : "released before what it needs: " + BetRows.some(later, NEEDS));
        details.add(neededBy(bet));
        return Rows.row(BetRows.name(bet), details);
    }

    private String needs(Initiative bet) {
        List<String> needs = bet.dependsOn().stream()
                .map(id -> roadmap.find(id, Initiative.class)
                        .map(needed -> needed.id() + " (" + needed.horizon().title() + ")")
                        .orElse(id.text()))
                .toList();
        return needs.isEmpty() ? "" : "needs " + BetRows.some(needs, NEEDS);
    }

    /** What it needs first and gets only in a later window. */
    private List<String> later(Initiative bet) {
        return bet.window().stream()
                .flatMap(own -> bet.dependsOn().stream()
                        .flatMap(id -> roadmap.find(id, Initiative.class).stream())
                        .filter(needed -> needed.horizon().isOpen())
                        .filter(needed -> needed.window()
                                .filter(other -> other.compareTo(own) > 0)
                                .isPresent())
                        .map(needed -> needed.id() + " ("
                                + needed.window().map(Window::title).orElse("") + ")"))
                .toList();
    }

    private String neededBy(Initiative bet) {
        Listing<Initiative> needing = roadmap.needing(bet);
        List<String> first =
                needing.first(NEEDS).stream().map(other -> other.id().text()).toList();
        int more = needing.size() - first.size();
        return first.isEmpty()
                ? ""
                : "needed by " + String.join(", ", first) + (more > 0 ? " and " + Phrases.digits(more) + " more" : "");
    }

    /** "must", and "won't" as people write it. */
    private static String word(Moscow place) {
        return place == Moscow.WONT ? "won't" : place.name().toLowerCase(Locale.ROOT);
    }
}
