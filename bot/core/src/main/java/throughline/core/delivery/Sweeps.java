package throughline.core.delivery;

import java.time.Instant;
import java.util.List;

/** Messages of which there may be a second copy. */
public interface Sweeps {
    record Suspect(Parcel parcel, Instant since) {}

    /** Those whose time has come. Others are told of them only if they are not {@linkplain #clear cleared} within a lease. */
    List<Suspect> due(int most);

    /** @param id by which the platform knows the copy that stays; "" if there is none */
    void clear(Suspect suspect, String id);
}
