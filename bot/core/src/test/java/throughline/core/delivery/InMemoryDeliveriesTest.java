package throughline.core.delivery;

import java.time.Duration;
import java.time.Instant;

class InMemoryDeliveriesTest extends DeliveriesContract {
    private Instant now = Instant.parse("2026-11-23T08:30:00Z");
    private final InMemoryDeliveries all = new InMemoryDeliveries(() -> now, WAITS);

    @Override
    protected Schedule schedule() {
        return all;
    }

    @Override
    protected Deliveries deliveries() {
        return all;
    }

    @Override
    protected Sweeps sweeps() {
        return all;
    }

    @Override
    protected DeadLetters letters() {
        return all;
    }

    @Override
    protected Arrivals arrivals() {
        return all;
    }

    @Override
    protected Allowances allowances() {
        return all;
    }

    @Override
    protected void pass(Duration time) {
        now = now.plus(time);
    }
}
