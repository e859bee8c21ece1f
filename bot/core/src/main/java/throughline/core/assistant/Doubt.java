package throughline.core.assistant;

import java.math.BigDecimal;
import java.util.Optional;
import throughline.core.progress.Figure;
import throughline.core.roadmap.KeyResult;

/** What makes a figure look like a slip: another unit than before, a jump, or the wrong way. */
final class Doubt {
    /** A jump: more than this share of the way from baseline to target at once, in either direction. */
    private static final BigDecimal JUMP = new BigDecimal("1.5");

    /** Where no way is known: so many times the last figure, or so many times less. */
    private static final BigDecimal TIMES = new BigDecimal("5");

    private Doubt() {}

    static Optional<String> about(KeyResult keyResult, String value) {
        Optional<Figure> now = Figure.in(value);
        Optional<Figure> before = keyResult
                .current()
                .or(keyResult::baseline)
                .or(keyResult::target)
                .flatMap(Figure::in);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String last = keyResult
                .current()
                .map(figure -> "The last figure was " + figure + ".")
                .orElse("");
        if (now.isEmpty()) {
            return Optional.of(("It is no number. " + last).strip());
        }
        Optional<BigDecimal> comparable = now.get().in(before.get());
        return comparable.isEmpty()
                ? Optional.of(("Its unit is " + now.get().unit() + ", not "
                                + before.get().unit() + ". " + last)
                        .strip())
                : jump(keyResult, comparable.get(), before.get()).map(what -> (what + " " + last).strip());
    }

    private static Optional<String> jump(KeyResult keyResult, BigDecimal now, Figure before) {
        Optional<BigDecimal> from = keyResult.baseline().flatMap(Figure::in).flatMap(figure -> figure.in(before));
        Optional<BigDecimal> to = keyResult.target().flatMap(Figure::in).flatMap(figure -> figure.in(before));
        if (from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) == 0) {
            return Optional.of("That is a jump.").filter(what -> isFar(now, before.number()));
        }
        BigDecimal way = to.get().subtract(from.get());
        BigDecimal step = now.subtract(before.number());
        if (step.abs().compareTo(way.abs().multiply(JUMP)) > 0) {
            return Optional.of("That is a jump.");
        }
        boolean isBehindStart = now.subtract(from.get()).signum() == -way.signum();
        boolean isBackwards = step.signum() == -way.signum();
        return isBehindStart && isBackwards
                ? Optional.of("That is further from the target than at the start.")
                : Optional.empty();
    }

    private static boolean isFar(BigDecimal now, BigDecimal before) {
        BigDecimal larger = now.abs().max(before.abs());
        BigDecimal smaller = now.abs().min(before.abs());
        return smaller.signum() > 0 && larger.compareTo(smaller.multiply(TIMES)) > 0;
    }
}
