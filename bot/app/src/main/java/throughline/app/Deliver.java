package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.delivery.Dispatch;
import throughline.core.delivery.Sweep;

/** Sends everything that waits, so that a clock that is moved finds it sent, and deletes second copies. */
record Deliver(Dispatch dispatch, Sweep sweep) implements Duty {
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
        for (int sent = 0; sent < MOST && dispatch.next(); sent++) {
            // The next one.
        }
        sweep.run();
    }
}
