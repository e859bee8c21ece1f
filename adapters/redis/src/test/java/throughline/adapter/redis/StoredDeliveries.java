package throughline.adapter.redis;

import java.time.Duration;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Arrivals;
import throughline.core.delivery.DeadLetters;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.DeliveriesContract;
import throughline.core.delivery.Schedule;
import throughline.core.delivery.Sweeps;

/** The contract, on some Redis. */
abstract class StoredDeliveries extends DeliveriesContract {
    private final String organization = Shared.organization();

    protected abstract Redis redis();

    protected String organization() {
        return organization;
    }

    @Override
    protected Schedule schedule() {
        return new RedisSchedule(redis(), organization);
    }

    @Override
    protected Deliveries deliveries() {
        return new RedisDeliveries(redis(), organization, WAITS);
    }

    @Override
    protected Sweeps sweeps() {
        return new RedisSweeps(redis(), organization, WAITS);
    }

    @Override
    protected DeadLetters letters() {
        return new RedisDeadLetters(redis(), organization);
    }

    @Override
    protected Arrivals arrivals() {
        return new RedisArrivals(redis(), organization);
    }

    @Override
    protected Allowances allowances() {
        return new RedisAllowances(redis(), organization, WAITS);
    }

    @Override
    protected void pass(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
