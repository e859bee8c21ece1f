package throughline.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import throughline.core.delivery.Tally;

/** Counts deliveries where operators see it: {@code throughline_delivery_sent_total} and so on. */
final class MeteredTally implements Tally {
    private final Map<Event, Counter> counters = new EnumMap<>(Event.class);

    MeteredTally(MeterRegistry registry) {
        for (Event event : Event.values()) {
            counters.put(event, registry.counter("throughline.delivery." + event.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public void count(Event event) {
        counters.get(event).increment();
    }
}
