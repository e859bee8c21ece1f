package throughline.adapter.redis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.delivery.Parcel;
import throughline.core.delivery.Sweeps;
import throughline.core.delivery.Waits;

/** Occurrences in a sorted set, by when their second copies are looked for. */
final class RedisSweeps implements Sweeps {
    private static final Script SUSPECTS = Script.named("primary", "suspects");
    private static final Script SWEPT = Script.named("swept");
    private static final List<String> FIELDS = List.of("f", "due", "until", "made", "first");

    private final Redis redis;
    private final String organization;
    private final Waits waits;
    private final Key sweeps;

    RedisSweeps(Redis redis, String organization, Waits waits) {
        this.redis = redis;
        this.organization = organization;
        this.waits = waits;
        this.sweeps = Keys.sweeps(organization);
    }

    @Override
    public List<Suspect> due(int most) {
        List<?> due = (List<?>) redis.run(
                SUSPECTS, List.of(sweeps), List.of(RedisDeliveries.millis(waits.lease()), String.valueOf(most)));
        return due.stream().flatMap(id -> suspect((String) id).stream()).toList();
    }

    private Optional<Suspect> suspect(String id) {
        List<String> fields = redis.fields(Keys.occurrence(organization, id), FIELDS);
        if (fields.get(0) == null) {
            redis.removeMember(sweeps, id);
            return Optional.empty();
        }
        Parcel parcel = RedisDeliveries.parcel(
                fields.get(0), RedisDeliveries.instant(fields.get(1)), RedisDeliveries.instant(fields.get(2)));
        Instant since = Stream.of(
                        fields.get(1),
                        fields.get(3),
                        Optional.ofNullable(fields.get(4)).orElse(fields.get(3)))
                .map(RedisDeliveries::instant)
                .min(Instant::compareTo)
                .orElseThrow();
        return Optional.of(new Suspect(parcel, since));
    }

    @Override
    public void clear(Suspect suspect, String id) {
        String parcel = suspect.parcel().id();
        redis.run(SWEPT, List.of(sweeps, Keys.occurrence(organization, parcel)), List.of(parcel, id));
    }
}
