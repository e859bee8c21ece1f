package throughline.core.check;

import java.util.Optional;
import throughline.core.roadmap.Initiative;

/** How an initiative came into Now. */
final class Entry {
    private Entry() {}

    /** Whether the first import found it in Now without asking what the gate asks. */
    static boolean isBeforeGate(Initiative bet) {
        return false;
    }

    /** Why the gate was overridden for it, if it was. */
    static Optional<String> override(Initiative bet) {
        return Optional.empty();
    }

    /** Whether it is a big bet that entered without the product lead's approval. */
    static boolean isUnapproved(Initiative bet) {
        return false;
    }
}
