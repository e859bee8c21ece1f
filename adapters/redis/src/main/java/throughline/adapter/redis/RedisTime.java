package throughline.adapter.redis;

import java.time.Instant;
import java.util.List;
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
}
