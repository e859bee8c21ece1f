package throughline.adapter.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import throughline.core.delivery.Allowance;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Permit;
import throughline.core.delivery.Waits;

/** Buckets that fill by Redis' clock. A pause that this bot heard of holds here even if Redis lost it. */
final class RedisAllowances implements Allowances {
    private static final Script ALLOW = Script.named("primary", "allow");
    private static final Script PAUSE = Script.named("pause");
    private static final double NANOS_OF_A_MILLI = 1_000_000;

    private final Redis redis;
    private final String organization;
    private final Waits waits;
    /** Platform to when its pause is over, on this machine's clock that never jumps. */
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    RedisAllowances(Redis redis, String organization, Waits waits) {
        this.redis = redis;
        this.organization = organization;
        this.waits = waits;
    }

    @Override
    public Duration take(String platform, List<Allowance> buckets) {
        List<Key> keys = new ArrayList<>(List.of(Keys.primary(organization), Keys.paused(organization, platform)));
        List<String> arguments =
                new ArrayList<>(List.of(String.valueOf(heard(platform)), RedisDeliveries.millis(waits.quiet())));
        for (Allowance bucket : buckets) {
            keys.add(Keys.bucket(organization, bucket.bucket()));
            arguments.add(String.valueOf(bucket.burst()));
            arguments.add(String.valueOf(bucket.interval().toNanos() / NANOS_OF_A_MILLI));
        }
        return Duration.ofMillis(Long.parseLong((String) redis.run(ALLOW, keys, arguments)));
    }

    @Override
    public Permit permit(String platform) {
        return new Fresh(() -> take(platform, List.of()).isZero() ? Fresh.AGE : Duration.ZERO, System::nanoTime);
    }

    @Override
    public Duration paused(String platform) {
        long left = redis.millisLeft(Keys.paused(organization, platform));
        return Duration.ofMillis(Math.max(left, heard(platform)));
    }

    private long heard(String platform) {
        long left = heard.getOrDefault(platform, System.nanoTime()) - System.nanoTime();
        return Math.max(Duration.ofNanos(left).toMillis(), 0);
    }

    @Override
    public void pause(String platform, Duration length) {
        heard.merge(platform, System.nanoTime() + length.toNanos(), Math::max);
        redis.run(PAUSE, List.of(Keys.paused(organization, platform)), List.of(RedisDeliveries.millis(length)));
    }
}
