package throughline.core.delivery;

import java.time.Instant;
import java.util.Optional;

/** The clock by which leases and delays go. */
@FunctionalInterface
public interface StoreTime {
    Instant now();

    /** When another primary was seen the last time, if ever. */
    default Optional<Instant> failover() {
        return Optional.empty();
    }
}
