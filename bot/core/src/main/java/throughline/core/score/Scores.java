package throughline.core.score;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Roadmap;

/** What all ways to weigh say of an initiative on a day. */
public record Scores(Initiative bet, Map<Measure, Score> all) {
    public Scores {
        all = Map.copyOf(all);
    }

    public static Scores of(Roadmap roadmap, Initiative bet, LocalDate today) {
        Map<Measure, Score> all = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            all.put(measure, of(measure, roadmap, bet, today));
        }
        return new Scores(bet, all);
    }

    private static Score of(Measure measure, Roadmap roadmap, Initiative bet, LocalDate today) {
        return switch (measure) {
            case CD3 -> Urgency.of(roadmap, bet);
            case COST_OF_DELAY -> Delay.of(roadmap, bet, today);
            case RICE -> Reach.of(bet);
            case DHM -> Delight.of(roadmap, bet);
            case LNO -> Labels.workType(bet);
            case CONFIDENCE -> Sureness.of(roadmap, bet, today);
            case MOSCOW -> Labels.moscow(bet);
            case SIZE -> Labels.size(bet);
        };
    }

    public Optional<Score.Known> known(Measure measure) {
        return Optional.ofNullable(all.get(measure))
                .filter(Score.Known.class::isInstance)
                .map(Score.Known.class::cast);
    }

    /** All that have a figure or a word. */
    public Stream<Score.Known> known() {
        return Stream.of(Measure.values()).flatMap(measure -> known(measure).stream());
    }

    /** All that something is missing for. */
    public Stream<Score.Unknown> unknown() {
        return Stream.of(Measure.values())
                .flatMap(measure -> Optional.ofNullable(all.get(measure)).stream())
                .filter(Score.Unknown.class::isInstance)
                .map(Score.Unknown.class::cast);
    }
}
