package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.OutboxContract;
import throughline.core.conversation.Posting;
import throughline.core.conversation.TurnStore;
import throughline.core.delivery.Claim;
import throughline.core.delivery.Waits;

class RedisOutboxTest extends OutboxContract {
    private final String organization = Shared.organization();
    private final RedisTurnStore store = new RedisTurnStore(Shared.REDIS, organization, Asking.ALL, 500);

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Outbox outbox() {
        return new RedisOutbox(Shared.REDIS, organization);
    }

    /** Nothing has to settle here. */
    @Override
    protected List<Posting> handedOver() {
        Duration lease = Duration.ofSeconds(9);
        Waits waits = new Waits(Duration.ofSeconds(1), lease, Duration.ZERO, lease, Duration.ZERO, Duration.ZERO);
        RedisDeliveries deliveries = new RedisDeliveries(Shared.REDIS, organization, waits);
        List<Claim> claims = deliveries.take(5).stream()
                .flatMap(waiting -> deliveries.claim(waiting).stream())
                .toList();
        assertTrue(claims.stream().allMatch(Claim::isUncertain), "they are looked for first");
        return claims.stream().map(claim -> claim.parcel().posting()).toList();
    }

    @Override
    protected TurnStore store() {
        return store;
    }
}
