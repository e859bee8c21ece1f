package throughline.adapter.redis;

import throughline.core.conversation.Addresses;
import throughline.core.conversation.AddressesContract;

class RedisAddressesTest extends AddressesContract {
    private final Addresses addresses = new RedisAddresses(Shared.REDIS, Shared.organization());

    @Override
    protected Addresses addresses() {
        return addresses;
    }
}
