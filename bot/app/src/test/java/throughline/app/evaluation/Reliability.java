package throughline.app.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether the bot is as often right as it says: how sure it is of its best candidate, against how often that is expected. */
record Reliability(List<LinkResult> results) {
    private static final int BINS = 10;

    /** Results that are about as sure. */
    record Bin(int number, List<LinkResult> results) {
        double confidence() {
            return results.stream()
                    .mapToDouble(LinkResult::confidence)
                    .average()
                    .orElse(0);
        }

        /** A candidate for what serves nothing is wrong. */
        Share right() {
            return Share.of(results, result -> result.isAmongBest(1));
        }

        double gap() {
            return Math.abs(confidence() - right().value());
        }

        private String told() {
            return String.format(
                    Locale.ROOT,
                    "  %.1f to %.1f %9d %18.3f %14.3f",
                    (double) number / BINS,
                    (number + 1.0) / BINS,
                    results.size(),
                    confidence(),
                    right().value());
        }
    }

    /** Ten equal ranges of confidence, from low to high, without those in which nothing is. */
    List<Bin> bins() {
        return IntStream.range(0, BINS)
                .mapToObj(number -> new Bin(
                        number,
                        results.stream()
                                .filter(result -> bin(result.confidence()) == number)
                                .toList()))
                .filter(bin -> !bin.results().isEmpty())
                .toList();
    }

    /** The mean distance between what is said and what is true, over all questions; 0 of nothing. */
    double error() {
        return bins().stream()
                .mapToDouble(bin -> bin.gap() * bin.results().size() / results.size())
                .sum();
    }

    Stream<String> lines() {
        return Stream.of(
                        Stream.of("confidence     questions    mean confidence    share right"),
                        bins().stream().map(Bin::told),
                        Stream.of(String.format(Locale.ROOT, "expected calibration error %.3f", error())))
                .flatMap(lines -> lines);
    }

    private static int bin(double confidence) {
        return Math.min((int) (confidence * BINS), BINS - 1);
    }
}
