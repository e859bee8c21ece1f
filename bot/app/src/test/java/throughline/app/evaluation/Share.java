package throughline.app.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How many of how many. */
record Share(long part, long whole) {
    static <T> Share of(List<T> all, Predicate<T> counted) {
        return new Share(all.stream().filter(counted).count(), all.size());
    }

    /** From 0 to 1; not a number of nothing. */
    double value() {
        return (double) part / whole;
    }

    @Override
    public String toString() {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.3f (%d of %d)", value(), part, whole);
    }
}
