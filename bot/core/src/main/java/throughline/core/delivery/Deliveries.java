package throughline.core.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Parcels on their way. What is asked twice, because an answer was lost, is done once. */
public interface Deliveries {
    /**
     * A parcel that somebody should look after.
     *
     * @param entry opaque: that it waits
     */
    record Waiting(String entry, String id) {}

    /**
     * A parcel that is tried again later.
     *
     * @param until by the store's clock
     */
    record Delayed(String id, String reason, Instant until) {}

    /** Parcels that are tried again later, the next one first. */
    List<Delayed> delayed(int most);

    /** Parcels that wait, and those whose bot has been silent for a lease. */
    List<Waiting> take(int most);

    /** Makes a parcel this bot's for a lease; empty if it is done, somebody else's, or has to wait. */
    Optional<Claim> claim(Waiting waiting);

    /**
     * Writes down that a call follows, before it does; empty if it must not: the claim is lost, ends soon, or the platform pauses. The
     * permit tells whether that is still so.
     */
    Optional<Permit> begin(Claim claim);

    /**
     * Writes down what came of it. That it arrived is taken from everybody, however late.
     *
     * @return false if the parcel is somebody else's by now, who finds out
     */
    boolean finish(Claim claim, Verdict verdict);
}
