package throughline.app.evaluation;

import java.util.List;
import java.util.Locale;

/** How long answers took, in nanoseconds. */
record Times(List<Long> nanos) {
    private static final double MILLISECOND = 1e6;

    /** The least time that this share of the answers did not exceed, in milliseconds; 0 without answers. */
    double percentile(int percent) {
        long position = (long) Math.ceil(nanos.size() * percent / 100.0);
        return nanos.stream()
                        .sorted()
                        .skip(Math.max(position - 1, 0))
                        .findFirst()
                        .orElse(0L)
                / MILLISECOND;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %.2f ms, p99 %.2f ms, %d answers", percentile(50), percentile(99), nanos.size());
    }
}
