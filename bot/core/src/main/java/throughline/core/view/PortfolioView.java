package throughline.core.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Block.Facts.Fact;
import throughline.core.card.Prose;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Product;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Team;

/**
 * For product leaders: bets across products and objectives, the mix of Now and who carries it. It answers "are all our bets collectively
 * driving our most important goals?" ("The Product Manager's Guide to Road Maps", Portfolio view).
 */
public final class PortfolioView {
    private static final int MOST_NAMED = 3;
    private static final int MOST_TEAMS = 5;

    private final Roadmap roadmap;
    private final int now;
    private final int withLine;

    public PortfolioView(Scene scene) {
        this.roadmap = scene.roadmap();
        this.now = roadmap.in(Horizon.NOW).size();
        this.withLine = now - roadmap.orphans(Horizon.NOW).size();
    }

    public View view() {
        List<Objective> objectives = roadmap.objectives().toList();
        List<Objective> idle = objectives.stream().filter(this::isIdle).toList();
        List<Team> teams = roadmap.teams().stream()
                .sorted(Comparator.comparingInt(this::inNow).reversed())
                .toList();
        if (objectives.isEmpty() && now == 0) {
            return View.empty("The portfolio is empty: no objective is recorded, and nothing is in Now.");
        }
        List<Objective> idleFirst = Stream.concat(
                        idle.stream(), objectives.stream().filter(objective -> !isIdle(objective)))
                .toList();
        Rows rows = Rows.of("Objectives, those without a bet in Now first", idleFirst, this::row)
                .then(Rows.of("Products", products(), this::row))
                .then(Rows.of("Teams", teams, this::row));
        return new View(
                headline(objectives.size(), idle.size()),
                List.of(new Block.Facts(facts(idle, teams))),
                rows,
                List.of(new Block.Note(
                        Prose.of("Asked here: are all our bets collectively driving our most important goals?"))));
    }

    /** A single product is the whole portfolio. */
    private List<Product> products() {
        return roadmap.products().size() > 1 ? roadmap.products().toList() : List.of();
    }

    private String headline(int objectives, int idle) {
        if (now == 0) {
            return "No: nothing is in Now, so no bet drives " + Phrases.plural(objectives, "objective", "objectives")
                    + ".";
        }
        if (withLine == now && idle == 0) {
            return "Yes: " + (now == 1 ? "the bet" : "all " + Phrases.plural(now, "bet", "bets"))
                    + " in Now " + (now == 1 ? "has" : "have")
                    + " a line to an OKR, and every objective has a bet in Now.";
        }
        return "Not all: " + Shares.counted(withLine, now) + " bets in Now have a line to an OKR, and "
                + (idle == 0
                        ? "every objective has one of them"
                        : Phrases.digits(idle) + " of " + Phrases.plural(objectives, "objective", "objectives")
                                + (idle == 1 ? " has" : " have") + " no bet in Now")
                + ".";
    }

    private List<Fact> facts(List<Objective> idle, List<Team> teams) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("No bet in Now", idle.isEmpty() ? "no objective" : named(idle)));
        facts.add(fact(
                "Size of Now",
                mix(
                        Initiative.Size.values(),
                        size -> roadmap.sized(Horizon.NOW, size).size(),
                        "not sized")));
        facts.add(fact(
                "Type of Now",
                mix(
                        Initiative.WorkType.values(),
                        type -> roadmap.ofType(Horizon.NOW, type).size(),
                        "not typed")));
        facts.add(fact(
                "Technology", Shares.counted(roadmap.technical(Horizon.NOW).size(), now) + " in Now"));
        facts.add(fact("Teams", teams(teams)));
        return facts;
    }

    private static String named(List<Objective> idle) {
        return BetRows.some(
                idle.stream()
                        .map(objective -> Rows.clipped(Phrases.named(objective), 60))
                        .toList(),
                MOST_NAMED);
    }

    /** How many bets of Now there are of one sort. */
    private interface Count<E> {
        int of(E sort);
    }

    /** "2 big, 1 small, 3 not sized", and what is one-sided. */
    private <E extends Enum<E>> String mix(E[] sorts, Count<E> count, String otherwise) {
        int others = now;
        List<String> parts = new ArrayList<>();
        for (E sort : sorts) {
            int some = count.of(sort);
            others -= some;
            if (some > 0) {
                parts.add(Phrases.digits(some) + " " + sort.name().toLowerCase(Locale.ROOT)
                        + (some == now && now > 1 ? ", nothing else" : ""));
            }
        }
        if (others > 0) {
            parts.add(Phrases.digits(others) + " " + otherwise);
        }
        return parts.isEmpty() ? "nothing is in Now" : String.join(", ", parts);
    }

    /** "Growth 4 (67%), Billing 2 (33%)": who carries Now. */
    private String teams(List<Team> teams) {
        int carried = teams.stream().mapToInt(this::inNow).sum();
        Stream<String> first = teams.stream()
                .limit(MOST_TEAMS)
                .map(team -> Phrases.clipped(team.title()) + " " + counted(inNow(team)));
        Stream<String> more = teams.size() > MOST_TEAMS
                ? Stream.of(Phrases.digits(teams.size() - MOST_TEAMS) + " more teams")
                : Stream.of();
        Stream<String> nobody = now > carried ? Stream.of("no team " + counted(now - carried)) : Stream.of();
        return Optional.of(
                        Stream.of(first, more, nobody).flatMap(parts -> parts).collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty())
                .orElse("no team is recorded");
    }

    private String counted(int bets) {
        return Phrases.digits(bets) + (now == 0 ? "" : " (" + Shares.of(bets, now) + ")");
    }

    private int inNow(Team team) {
        return roadmap.in(Horizon.NOW, team).size();
    }

    private boolean isIdle(Objective objective) {
        return roadmap.measuring(objective).stream()
                .allMatch(keyResult -> roadmap.serving(keyResult, Horizon.NOW).isEmpty());
    }

    private Block.Items.Row row(Objective objective) {
        return Rows.row(
                Phrases.named(objective),
                List.of(ByHorizon.of(horizon -> bets(objective, horizon)).words()));
    }

    /** What serves two key results of an objective is counted once. */
    private int bets(Objective objective, Horizon horizon) {
        List<KeyResult> keyResults =
                horizon.isOpen() ? roadmap.measuring(objective).toList() : List.of();
        return keyResults.size() == 1
                ? roadmap.serving(keyResults.get(0), horizon).size()
                : (int) keyResults.stream()
                        .flatMap(
                                keyResult -> roadmap.serving(keyResult, horizon).ids())
                        .distinct()
                        .count();
    }

    private Block.Items.Row row(Product product) {
        ByHorizon bets = ByHorizon.of(horizon -> roadmap.in(horizon, product).size());
        return Rows.row(
                Phrases.named(product),
                List.of(bets.words() + (now == 0 ? "" : "; " + Shares.of(bets.in(Horizon.NOW), now) + " of Now")));
    }

    private Block.Items.Row row(Team team) {
        ByHorizon bets = ByHorizon.of(horizon -> roadmap.in(horizon, team).size());
        return Rows.row(
                Phrases.clipped(team.title()),
                List.of(bets.words() + (now == 0 ? "" : "; " + Shares.of(bets.in(Horizon.NOW), now) + " of Now")));
    }

    private static Fact fact(String label, String value) {
        return new Fact(label, Prose.of(value));
    }
}
