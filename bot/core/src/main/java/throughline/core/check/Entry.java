package throughline.core.check;

import java.util.Optional;
import throughline.core.roadmap.Admission;
import throughline.core.roadmap.Initiative;

/** How an initiative came into Now. */
public final class Entry {
    private Entry() {}

    /** Whether the first import found it in Now without asking what the gate asks. */
    static boolean isBeforeGate(Initiative bet) {
        return is(bet, Admission.Way.BEFORE_GATE);
    }

    /** Why the gate was overridden for it, if it was. */
    public static Optional<String> override(Initiative bet) {
        return bet.entered()
                .filter(entered -> entered.way() == Admission.Way.OVERRIDE)
                .map(entered -> entered.reason().orElse("no reason was given"));
    }

    /** Whether it is a big bet that entered without the product lead's approval. */
    static boolean isUnapproved(Initiative bet) {
        return bet.isBig() && bet.approved().isEmpty() && bet.entered().isPresent() && !isBeforeGate(bet);
    }

    private static boolean is(Initiative bet, Admission.Way way) {
        return bet.entered().filter(entered -> entered.way() == way).isPresent();
    }
}
