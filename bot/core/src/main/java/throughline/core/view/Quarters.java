package throughline.core.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quarters and half years in words. A date is told as its quarter, because a roadmap promises no dates. */
final class Quarters {
    private static final Pattern WINDOW = Pattern.compile("(\\d{4})[- ]?([QH]\\d)");
    private static final Pattern REVERSED = Pattern.compile("([QH]\\d)[- ]?(\\d{4})?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-\\d{2}");

    private Quarters() {}

    /** "Q4 2026" for {@code 2026-Q4}, for {@code Q4 2026} and for {@code 2026-11-30}; empty for anything else. */
    static Optional<String> of(String written) {
        Matcher window = WINDOW.matcher(written);
        if (window.matches()) {
            return Optional.of(window.group(2) + " " + window.group(1));
        }
        Matcher day = DAY.matcher(written);
        if (day.matches()) {
            int quarter = (Integer.parseInt(day.group(2)) + 2) / 3;
            return Optional.of("Q" + quarter + " " + day.group(1));
        }
        return REVERSED.matcher(written).matches() ? Optional.of(written) : Optional.empty();
    }
}
