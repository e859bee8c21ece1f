package throughline.core.delivery;

import java.time.Instant;

/** The clock by which leases and delays go. */
@FunctionalInterface
public interface StoreTime {
    Instant now();
}
