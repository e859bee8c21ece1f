package throughline.core.conversation;

import java.time.Instant;
import java.util.Optional;

/** Where a settable clock was last put, so that it goes on there after a restart. */
public interface TimeMark {
    Optional<Instant> last();

    void put(Instant now);
}
