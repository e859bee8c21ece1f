package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.assistant.Returns;

/** Brings decisions back that a day brings back. */
record BringBack(Returns returns) implements Duty {
    @Override
    public String name() {
        return "returns";
    }

    @Override
    public Optional<Instant> due() {
        return returns.due();
    }

    @Override
    public void run() {
        returns.run();
    }
}
