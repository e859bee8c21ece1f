package throughline.adapter.redis;

import java.time.Instant;
import java.util.Optional;
import throughline.core.conversation.TimeMark;

/** The time in one key. */
final class RedisTimeMark implements TimeMark {
    private final Redis redis;
    private final Key clock;

    RedisTimeMark(Redis redis, String organization) {
        this.redis = redis;
        this.clock = Keys.clock(organization);
    }

    @Override
    public Optional<Instant> last() {
        return redis.text(clock).map(ClockJson::read);
    }

    @Override
    public void put(Instant now) {
        redis.put(clock, ClockJson.write(now));
    }
}
