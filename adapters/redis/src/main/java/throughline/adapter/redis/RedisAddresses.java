package throughline.adapter.redis;

import java.util.List;
import java.util.Optional;
import throughline.core.conversation.Addresses;

/** Addresses in one hash for each platform. */
final class RedisAddresses implements Addresses {
    private final Redis redis;
    private final String organization;

    RedisAddresses(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
    }

    @Override
    public void learn(String platform, String whom, String address) {
        redis.putField(Keys.addresses(organization, platform), whom, AddressJson.write(address));
    }

    @Override
    public Optional<String> find(String platform, String whom) {
        return Optional.ofNullable(redis.fields(Keys.addresses(organization, platform), List.of(whom))
                        .get(0))
                .map(AddressJson::read);
    }
}
