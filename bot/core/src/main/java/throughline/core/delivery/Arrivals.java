package throughline.core.delivery;

import java.util.Optional;

/** What arrived, so that it can be updated in place. */
@FunctionalInterface
public interface Arrivals {
    /** The platform's id of a parcel that arrived, as {@link Carrier#update} takes it; known for some months. */
    Optional<String> find(String parcel);
}
