package throughline.core.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A time mark for tests. */
public final class InMemoryTimeMark implements TimeMark {
    private final AtomicReference<Optional<Instant>> last = new AtomicReference<>(Optional.empty());

    @Override
    public Optional<Instant> last() {
        return last.get();
    }

    @Override
    public void put(Instant now) {
        last.set(Optional.of(now));
    }
}
