package throughline.core.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.CheckIn;
import throughline.core.roadmap.KeyResult;

/**
 * How a key result moved over its check-ins.
 *
 * @param share which part of the way from baseline to target lies between the first and the last check-in; empty where figures
 *     are missing
 */
public record Movement(KeyResult keyResult, Optional<BigDecimal> share, boolean reached) {
    /** With fewer check-ins nothing is said of a trend. */
    public static final int FEWEST = 3;

    /** Less of the way than this, over all check-ins, is flat. */
    private static final BigDecimal FLAT = new BigDecimal("0.10");

    static Movement of(KeyResult keyResult) {
        List<CheckIn> checkIns = keyResult.checkIns();
        Optional<Pace> last = Pace.of(keyResult);
        Optional<BigDecimal> share = checkIns.stream()
                .findFirst()
                .flatMap(first -> Pace.of(keyResult, first.value()))
                .flatMap(first -> last.map(pace -> pace.share().subtract(first.share())));
        return new Movement(keyResult, share, last.filter(Pace::isReached).isPresent());
    }

    public boolean canBeTold() {
        return share.isPresent() && keyResult.checkIns().size() >= FEWEST;
    }

    public boolean isImproving() {
        return canBeTold()
                && (reached || share.filter(moved -> moved.compareTo(FLAT) >= 0).isPresent());
    }
}
