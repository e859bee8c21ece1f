package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.delivery.Dispatch;
import throughline.core.delivery.Sweep;

/**
 * Deletes second copies; where nobody else sends, it sends everything that waits first, so that a clock that is moved finds it sent.
 *
 * @param isAlone whether nobody else sends: whoever sends waits for platforms, and other duties would wait with it
 */
record Deliver(Dispatch dispatch, Sweep sweep, boolean isAlone) implements Duty {
    /** What cannot be sent now comes again; nobody waits for that here. */
    private static final int MOST = 1_000;

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public Optional<Instant> due() {
        return Optional.empty();
    }

    @Override
    public void run() {
        for (int sent = 0; isAlone && sent < MOST && dispatch.next(); sent++) {
            // The next one.
        }
        sweep.run();
    }
}
