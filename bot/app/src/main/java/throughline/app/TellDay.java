package throughline.app;

import java.time.Instant;
import java.util.Optional;
import throughline.core.assistant.Daily;

/** Makes each person's message of the day; {@link Deliver} sends it. */
record TellDay(Daily daily) implements Duty {
    @Override
    public String name() {
        return "day";
    }

    @Override
    public Optional<Instant> due() {
        return daily.due();
    }

    @Override
    public void run() {
        daily.run();
    }
}
