package throughline.core.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import throughline.core.roadmap.Finding.Result;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Roadmap;

/** What came of an initiative by its success criteria. */
public record Achieved(List<Measurement> measurements) {
    public Achieved {
        measurements = List.copyOf(measurements);
    }

    static Achieved of(Roadmap roadmap, Initiative bet, Quarter quarter) {
        return new Achieved(bet.values().all(Initiative.SUCCESS).stream()
                .map(criterion -> Measurement.of(roadmap, bet, criterion, quarter))
                .toList());
    }

    /** One that was missed is not made up for by others. */
    public Result result() {
        return measurements.isEmpty()
                ? Result.UNMEASURED
                : has(Result.MISSED)
                        ? Result.MISSED
                        : has(Result.UNMEASURED)
                                ? Result.UNMEASURED
                                : has(Result.NOT_DUE) ? Result.NOT_DUE : Result.REACHED;
    }

    private boolean has(Result result) {
        return measurements.stream().anyMatch(measurement -> measurement.result() == result);
    }

    /** What a figure that somebody tells makes of the only criterion that nothing measures; one that is not due can't be missed yet. */
    Optional<Result> told(String figure) {
        List<Measurement> open = measurements.stream()
                .filter(measurement ->
                        measurement.result() == Result.UNMEASURED || measurement.result() == Result.NOT_DUE)
                .toList();
        return open.size() == 1 && !has(Result.MISSED)
                ? Measurement.reached(open.get(0).criterion(), figure)
                        .map(reached -> reached ? Result.REACHED : Result.MISSED)
                        .filter(result -> result == Result.REACHED || !has(Result.NOT_DUE))
                : Optional.empty();
    }

    /** "7-day activation 46%, tickets per account 1.7"; empty if nothing was measured. */
    Optional<String> figures() {
        return Optional.of(measurements.stream()
                        .flatMap(measurement -> measurement.figure().stream()
                                .map(figure -> measurement.by().orElseThrow().metric() + " " + figure))
                        .collect(Collectors.joining(", ")))
                .filter(figures -> !figures.isEmpty());
    }
}
