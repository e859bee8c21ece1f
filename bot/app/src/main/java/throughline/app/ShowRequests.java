package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.assistant.Intakes;

/** Shows what is asked for in its channel; {@link Deliver} sends it. */
record ShowRequests(Intakes intakes) implements Duty {
    @Override
    public String name() {
        return "intake";
    }

    @Override
    public Optional<Instant> due() {
        return Optional.empty();
    }

    @Override
    public void run() {
        intakes.run();
    }
}
