package throughline.core.assistant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.card.Block;
import throughline.core.card.Prose;
import throughline.core.people.People;
import throughline.core.question.Lines;
import throughline.core.roadmap.CostOfDelay;
import throughline.core.roadmap.Horizon;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Objective;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.Workstream;
import throughline.core.score.Length;
import throughline.core.score.Measure;
import throughline.core.score.Score;
import throughline.core.score.Scores;
import throughline.core.view.ByHorizon;
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

    /** What would hurt least if it went out of Now comes first. */
    static List<Initiative> cheapestFirst(Roadmap roadmap, List<Initiative> bets) {
        return bets.stream()
                .sorted(Comparator.comparing((Initiative bet) ->
                                new Price(roadmap, bet).losing().size())
                        .thenComparing(bet -> !bet.serves().isEmpty())
                        .thenComparing(bet -> bet.values()
                                .find(Initiative.COST_OF_DELAY)
                                .map(CostOfDelay::perWeek)
                                .orElse(BigDecimal.ZERO)))
                .toList();
    }

    /** What going out of Now would cost whom, in a row. */
    Block.Items.Row row(People people) {
        return row(people, Stream.of());
    }

    /** As above, with the effort that would be freed. */
    Block.Items.Row rowWithEffort(People people) {
        return row(people, Length.of(roadmap, bet).map(length -> length.told() + " of work freed").stream());
    }

    private Block.Items.Row row(People people, Stream<String> more) {
        Stream<String> details = Stream.of(
                        Optional.of(loss()),
                        weekly().map(weekly -> "delay costs " + weekly + " a week"),
                        Optional.of(work())
                                .filter(work -> !work.startsWith("No"))
                                .map(work -> work + " done"))
                .flatMap(Optional::stream);
        Stream<String> owner = bet.owner().map(person -> "owner " + people.call(person)).stream();
        return new Block.Items.Row(
                Prose.strong(bet.id() + " " + Phrases.clipped(bet.title())),
                Stream.of(details, more, owner)
                        .flatMap(parts -> parts)
                        .map(Prose::of)
                        .toList());
    }

    private String loss() {
        List<Item> losing = losing();
        if (bet.serves().isEmpty()) {
            return "no line to an OKR";
        }
        return losing.isEmpty()
                ? "no OKR loses its last bet in Now"
                : Phrases.listed(losing.stream().map(item -> item.id().text()).toList()) + " would have nothing in Now";
    }

    /** "18,000", if a cost is recorded. */
    Optional<String> weekly() {
        return bet.values().find(Initiative.COST_OF_DELAY).map(Price::weekly);
    }

    private static String weekly(CostOfDelay cost) {
        return String.format(Locale.US, "%,.0f", cost.perWeek());
    }

    /** "18,000 a week, the same each week × 13 = 234,000 a quarter", or that none is recorded. */
    String costOfDelay(LocalDate today) {
        return Scores.of(roadmap, bet, today)
                .known(Measure.COST_OF_DELAY)
                .map(Score::told)
                .orElse("Not recorded");
    }

    /** "CD3 1,900, RICE 840, DHM 6 of 9", or that none is known. */
    String scores(LocalDate today) {
        Scores scores = Scores.of(roadmap, bet, today);
        String known = Stream.of(Measure.CD3, Measure.RICE, Measure.DHM, Measure.LNO)
                .flatMap(measure -> scores.known(measure).stream())
                .map(score -> score.measure().title() + " " + score.shown())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "None is known" : known;
    }

    /** The work that would not have to be done: "5 weeks (2 workstreams to go, one after another)". */
    String freed() {
        return Length.of(roadmap, bet).map(Length::told).orElse("No estimate is recorded");
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
