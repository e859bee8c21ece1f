package throughline.core.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.question.Lines;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Workstream;
import throughline.core.view.Phrases;

/** What hangs on a bet: who would miss it, and what was put into it. */
record Price(Roadmap roadmap, Initiative bet) {

    List<KeyResult> keyResults() {
        return new Lines(roadmap).keyResultsOf(bet).toList();
    }

    /** How many bets of Now would still serve it. */
    int othersInNow(KeyResult keyResult) {
        return roadmap.serving(keyResult, Horizon.NOW).size() - (bet.horizon() == Horizon.NOW ? 1 : 0);
    }

    /** The objectives that would have nothing in Now, and the key results of others. */
    List<Item> losing() {
        if (bet.horizon() != Horizon.NOW) {
            return List.of();
        }
        List<Item> losing = new ArrayList<>();
        for (KeyResult keyResult : keyResults()) {
            if (othersInNow(keyResult) == 0) {
                losing.add(new Lines(roadmap)
                        .objectiveOf(keyResult)
                        .filter(this::isServedByNoOther)
                        .<Item>map(objective -> objective)
                        .orElse(keyResult));
            }
        }
        return losing.stream().distinct().toList();
    }

    private boolean isServedByNoOther(Objective objective) {
        return roadmap.measuring(objective).stream()
                .flatMap(keyResult -> roadmap.serving(keyResult, Horizon.NOW).first(2).stream())
                .allMatch(bet::equals);
    }

    /** "18,000", if a cost is recorded. */
    Optional<String> weekly() {
        return bet.values().find(Initiative.COST_OF_DELAY).map(Price::weekly);
    }

    private static String weekly(CostOfDelay cost) {
        return String.format(Locale.US, "%,.0f", cost.perWeek());
    }

    /** "18,000 a week, fading", or that none is recorded. */
    String costOfDelay() {
        return bet.values()
                .find(Initiative.COST_OF_DELAY)
                .map(cost -> weekly(cost) + " a week"
                        + cost.profile().map(profile -> ", " + words(profile)).orElse(""))
                .orElse("Not recorded");
    }

    private static String words(CostOfDelay.Profile profile) {
        return switch (profile) {
            case LINEAR -> "the same each week";
            case DEADLINE -> "due at a deadline";
            case DECAYING -> "fading over time";
        };
    }

    /** The bets that need this one first and are still to come. */
    List<Initiative> waiting() {
        return roadmap.needing(bet).stream()
                .filter(other -> ByHorizon.OPEN.contains(other.horizon()))
                .toList();
    }

    /** "2 of 5 workstreams". */
    String work() {
        List<Workstream> work = roadmap.building(bet).toList();
        long done = work.stream()
                .filter(one -> one.values().find(Workstream.STATUS).orElse(Workstream.Status.PLANNED)
                        == Workstream.Status.DONE)
                .count();
        return work.isEmpty()
                ? "No workstreams are recorded"
                : done + " of " + Phrases.plural(work.size(), "workstream", "workstreams");
    }
}
