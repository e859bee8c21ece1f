package throughline.adapter.redis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import throughline.core.delivery.StoreTime;

/** The clock of the Redis that has the organization's keys. */
final class RedisTime implements StoreTime {
    private static final Script TIME = Script.named("time");

    private final Redis redis;
    private final Key somewhere;

    RedisTime(Redis redis, String organization) {
        this.redis = redis;
        this.somewhere = Keys.primary(organization);
    }

    @Override
    public Instant now() {
        return RedisDeliveries.instant(redis.run(TIME, List.of(somewhere), List.of()));
    }

    @Override
    public Optional<Instant> failover() {
        return Optional.ofNullable(redis.fields(somewhere, List.of("changed")).get(0))
                .map(RedisDeliveries::instant);
    }
}
