package throughline.core.delivery;

/** Counts what happens to parcels. */
@FunctionalInterface
public interface Tally {
    /** What may happen. */
    enum Event {
        SENT,
        DELAYED,
        UNKNOWN,
        RECONCILED,
        HELD,
        DEAD,
        SKIPPED,
        SWEPT
    }

    void count(Event event);
}
