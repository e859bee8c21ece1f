package throughline.core.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.progress.Figure;
import throughline.core.progress.Span;
import throughline.core.question.Lines;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.Finding.Result;
import throughline.core.roadmap.Initiative;
import throughline.core.roadmap.KeyResult;
import throughline.core.roadmap.Quarter;
import throughline.core.roadmap.Roadmap;
import throughline.core.roadmap.SuccessCriterion;

/**
 * What came of one success criterion. It is measured by the key result of the same name that the initiative serves.
 *
 * @param by the key result that measures it
 * @param last what was measured last, since the initiative came into Now
 */
public record Measurement(SuccessCriterion criterion, Optional<KeyResult> by, Optional<CheckIn> last, Result result) {
    static Measurement of(Roadmap roadmap, Initiative bet, SuccessCriterion criterion, Quarter quarter) {
        Optional<KeyResult> by = new Lines(roadmap)
                .keyResultsOf(bet)
                .filter(keyResult -> isMeasuredBy(criterion, keyResult))
                .findFirst();
        Optional<LocalDate> since = bet.entered().map(Admission::on);
        Optional<CheckIn> last = by.flatMap(KeyResult::lastCheckIn)
                .filter(checkIn -> since.map(day -> !checkIn.on().isBefore(day)).orElse(true));
        Optional<Boolean> reached =
                by.flatMap(keyResult -> last.flatMap(checkIn -> reached(criterion, keyResult.figure(checkIn))));
        return new Measurement(criterion, by, last, result(criterion, reached, quarter));
    }

    private static Result result(SuccessCriterion criterion, Optional<Boolean> reached, Quarter quarter) {
        if (reached.equals(Optional.of(true))) {
            return Result.REACHED;
        }
        boolean isDue = criterion
                .by()
                .flatMap(Span::of)
                .map(span -> !span.to().isAfter(quarter.to()))
                .orElse(true);
        return !isDue ? Result.NOT_DUE : reached.isPresent() ? Result.MISSED : Result.UNMEASURED;
    }

    private static boolean isMeasuredBy(SuccessCriterion criterion, KeyResult keyResult) {
        return criterion
                        .measure()
                        .map(Measurement::plain)
                        .filter(plain(keyResult.metric())::equals)
                        .isPresent()
                || criterion
                        .measure()
                        .map(Measurement::plain)
                        .filter(plain(keyResult.title())::equals)
                        .isPresent()
                || criterion
                        .measure()
                        .filter(keyResult.id().text()::equalsIgnoreCase)
                        .isPresent();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** Whether a figure is the target or beyond it, seen from the baseline; empty where that can't be told. */
    static Optional<Boolean> reached(SuccessCriterion criterion, String figure) {
        Optional<Figure> target = criterion.target().flatMap(Figure::in);
        return target.flatMap(to -> Figure.in(figure)
                .flatMap(at -> at.in(to))
                .flatMap(at -> criterion
                        .baseline()
                        .flatMap(Figure::in)
                        .flatMap(from -> from.in(to))
                        .flatMap(from -> beyond(from, to.number(), at))));
    }

    private static Optional<Boolean> beyond(BigDecimal from, BigDecimal to, BigDecimal at) {
        int way = to.compareTo(from);
        return way == 0 ? Optional.empty() : Optional.of(at.compareTo(to) * way >= 0);
    }

    /** "search success 61 → 75 %", as far as it was told. */
    public String promised() {
        String figures = Stream.of(criterion.baseline(), criterion.target())
                .flatMap(Optional::stream)
                .reduce((from, to) -> from + " → " + to)
                .orElse("");
        return criterion
                .measure()
                .map(measure -> measure + " " + figures)
                .orElse(criterion.outcome() + " " + figures)
                .strip();
    }

    /** "63%", with the day left to whoever says it. */
    public Optional<String> figure() {
        return by.flatMap(keyResult -> last.map(keyResult::figure));
    }
}
