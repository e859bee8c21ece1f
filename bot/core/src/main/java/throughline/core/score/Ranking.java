package throughline.core.score;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.roadmap.Initiative;

/**
 * Initiatives, best first by one measure: the first of CD3, cost of delay, RICE, DHM, LNO and confidence that is known for all of
 * them, else the one that is known for most. Measures are not mixed: what has no figure stands last, and equal figures are a tie.
 *
 * @param by the measure; empty where nothing is known of any
 */
public record Ranking(Optional<Measure> by, List<Place> places) {
    /** @param figure of the measure that decides; empty if it is not known */
    public record Place(Initiative bet, Optional<Score.Known> figure) {
        private BigDecimal height() {
            return figure.map(Score.Known::figure).orElse(BigDecimal.ONE.negate());
        }
    }

    private static final Comparator<Place> BEST_FIRST = Comparator.comparing(Place::height)
            .reversed()
            .thenComparing(place -> place.bet().id());

    public Ranking {
        places = List.copyOf(places);
    }

    /** In the order of their ids where no measure is known. */
    public static Ranking of(List<Scores> all) {
        Optional<Measure> deciding = deciding(all);
        return new Ranking(
                deciding,
                all.stream()
                        .map(scores -> new Place(scores.bet(), deciding.flatMap(scores::known)))
                        .sorted(BEST_FIRST)
                        .toList());
    }

    private static Optional<Measure> deciding(List<Scores> all) {
        Map<Measure, Long> known = new LinkedHashMap<>();
        Measure.RANKING.forEach(measure -> known.put(
                measure,
                all.stream().filter(scores -> scores.known(measure).isPresent()).count()));
        long most = known.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return most == 0
                ? Optional.empty()
                : known.entrySet().stream()
                        .filter(entry -> entry.getValue() == most)
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** What shares the first place; more than one is a tie, none means that nothing is known. */
    public List<Initiative> first() {
        return ties().stream().findFirst().orElse(List.of());
    }

    /** What has no figure, and therefore stands last. */
    public List<Initiative> unknown() {
        return places.stream()
                .filter(place -> place.figure().isEmpty())
                .map(Place::bet)
                .toList();
    }

    /** What has the same figure, in the order of the places. */
    public List<List<Initiative>> ties() {
        return List.copyOf(places.stream()
                .filter(place -> place.figure().isPresent())
                .collect(Collectors.groupingBy(
                        place -> place.height().stripTrailingZeros(),
                        LinkedHashMap::new,
                        Collectors.mapping(Place::bet, Collectors.toList())))
                .values());
    }
}
