package throughline.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import throughline.core.delivery.Tally;

/** Counts deliveries where operators see it: {@code throughline_delivery_sent_total} and so on. */
final class MeteredTally implements Tally {
    private final MeterRegistry registry;

    MeteredTally(MeterRegistry registry) {
        this.registry = registry;
        for (Event event : Event.values()) {
            // So that what never happened is told too.
            counter(event).increment(0);
        }
    }

    @Override
    public void count(Event event) {
        counter(event).increment();
    }

    private Counter counter(Event event) {
        return registry.counter("throughline.delivery." + event.name().toLowerCase(Locale.ROOT));
    }
}
