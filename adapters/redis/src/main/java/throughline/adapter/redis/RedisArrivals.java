package throughline.adapter.redis;

import java.util.List;
import java.util.Optional;
import throughline.core.delivery.Arrivals;

/** An occurrence keeps the platform's id of what arrived. */
final class RedisArrivals implements Arrivals {
    private final Redis redis;
    private final String organization;

    RedisArrivals(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
    }

    @Override
    public Optional<String> find(String parcel) {
        return Optional.ofNullable(redis.fields(Keys.occurrence(organization, parcel), List.of("id"))
                .get(0));
    }
}
