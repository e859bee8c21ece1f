package throughline.adapter.redis;

import java.util.List;
import java.util.Map;
import throughline.core.delivery.DeadLetters;

/** Letters in a stream; an occurrence knows its own. */
final class RedisDeadLetters implements DeadLetters {
    private static final Script DECIDE = Script.named("primary", "decide");

    private final Redis redis;
    private final String organization;
    private final Key dead;

    RedisDeadLetters(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
        this.dead = Keys.dead(organization);
    }

    @Override
    public List<DeadLetter> newest(int most) {
        return redis.newest(dead, most).stream().map(RedisDeadLetters::letter).toList();
    }

    private static DeadLetter letter(Map<String, String> fields) {
        return new DeadLetter(
                fields.getOrDefault("id", ""),
                State.valueOf(fields.getOrDefault("state", State.DEAD.name())),
                fields.getOrDefault("reason", ""),
                RedisDeliveries.instant(fields.getOrDefault(Redis.MADE, "0")));
    }

    @Override
    public boolean retry(String id) {
        return decide(id, "1");
    }

    @Override
    public boolean discard(String id) {
        return decide(id, "0");
    }

    private boolean decide(String id, String send) {
        List<Key> keys = List.of(dead, Keys.occurrence(organization, id), Keys.deliveries(organization));
        List<String> arguments = List.of(id, send, String.valueOf(RedisSchedule.REMEMBERED_DAYS));
        return redis.run(DECIDE, keys, arguments).equals(1L);
    }
}
