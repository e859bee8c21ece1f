package throughline.core.ritual;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throughline.core.progress.Figure;
import throughline.core.progress.Pace;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.KeyResult;
import throughline.core.view.Phrases;

/**
 * Where a key result went in its last check-ins.
 *
 * @param level how many of the last check-ins have the same figure; 0 without any
 */
record Course(KeyResult keyResult, int level) {
    private static final int FLAT = 3;

    static Course of(KeyResult keyResult) {
        List<CheckIn> all = keyResult.checkIns();
        int level = 0;
        for (int i = all.size() - 1; i >= 0 && isSame(all.get(i), all.get(all.size() - 1)); i--) {
            level++;
        }
        return new Course(keyResult, level);
    }

    private static boolean isSame(CheckIn one, CheckIn other) {
        return difference(one, other)
                .map(by -> by.signum() == 0)
                .orElseGet(
                        () -> one.value().strip().equalsIgnoreCase(other.value().strip()));
    }

    private static Optional<BigDecimal> difference(CheckIn from, CheckIn to) {
        Optional<Figure> start = Figure.in(from.value());
        return Figure.in(to.value())
                .flatMap(end -> start.flatMap(figure -> figure.in(end))
                        .map(before -> end.number().subtract(before)));
    }

    boolean isFlat() {
        return level >= FLAT && Pace.of(keyResult).filter(Pace::isReached).isEmpty();
    }

    /** "7-day activation 46% (+2 since October; needs 55%)". */
    String words() {
        String now = keyResult.current().map(figure -> " " + figure).orElse("");
        String about = Stream.of(movement(), aim()).flatMap(Optional::stream).collect(Collectors.joining("; "));
        return keyResult.metric() + now + (about.isEmpty() ? "" : " (" + about + ")");
    }

    private Optional<String> movement() {
        List<CheckIn> all = keyResult.checkIns();
        if (all.isEmpty()) {
            return Optional.of("not measured yet");
        }
        if (level >= 2) {
            return Optional.of("flat for " + level + " check-ins");
        }
        if (all.size() == 1) {
            return Optional.empty();
        }
        CheckIn before = all.get(all.size() - 2);
        CheckIn last = all.get(all.size() - 1);
        return difference(before, last).map(by -> signed(by) + " since " + since(before, last));
    }

    private static String signed(BigDecimal by) {
        String plain = by.abs().stripTrailingZeros().toPlainString();
        return (by.signum() < 0 ? "−" : "+") + plain;
    }

    /** "October", or the day where both are of one month. */
    private static String since(CheckIn before, CheckIn last) {
        return YearMonth.from(before.on()).equals(YearMonth.from(last.on()))
                ? Phrases.day(before.on(), last.on())
                : before.on().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private Optional<String> aim() {
        return Pace.of(keyResult).filter(Pace::isReached).isPresent()
                ? Optional.of("target reached")
                : keyResult.target().map(target -> "needs " + target);
    }
}
