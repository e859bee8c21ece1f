package throughline.adapter.redis;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import throughline.core.conversation.Addresses;
import throughline.core.conversation.Dialogues;
import throughline.core.conversation.Inbox;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.TimeMark;
import throughline.core.conversation.Transcript;
import throughline.core.delivery.Allowances;
import throughline.core.delivery.Arrivals;
import throughline.core.delivery.DeadLetters;
import throughline.core.delivery.Deliveries;
import throughline.core.delivery.Schedule;
import throughline.core.delivery.StoreTime;
import throughline.core.delivery.Sweeps;
import throughline.core.delivery.Waits;

/** Gives the ports, on the Redis of the settings or on one of our own. */
@Factory
final class RedisFactory {
    private final String organization;

    RedisFactory(@Property(name = "throughline.organization", defaultValue = "org") String organization) {
        this.organization = Keys.organization(organization);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Redis redis(
            @Property(name = "redis.uri", defaultValue = "") String uri,
            @Property(name = "throughline.data", defaultValue = "throughline-data") String data)
            throws IOException {
        if (!uri.isBlank()) {
            return Clients.open(RedisUri.parse(uri), () -> {});
        }
        EmbeddedServer server = EmbeddedServer.start(Path.of(data));
        return Clients.open(server.uri(), server::close);
    }

    @Singleton
    @Bean(preDestroy = "close")
    RedisTurnStore turnStore(Redis redis, Dialogues dialogues) {
        return new RedisTurnStore(redis, organization, dialogues, RedisTurnStore.SNAPSHOT_EVERY);
    }

    @Singleton
    Inbox inbox(Redis redis) {
        return new RedisInbox(redis, organization);
    }

    @Singleton
    Outbox outbox(Redis redis) {
        return new RedisOutbox(redis, organization);
    }

    @Singleton
    Transcript transcript(Redis redis) {
        return new RedisTranscript(redis, organization);
    }

    @Singleton
    Addresses addresses(Redis redis) {
        return new RedisAddresses(redis, organization);
    }

    @Singleton
    Schedule schedule(Redis redis) {
        return new RedisSchedule(redis, organization);
    }

    @Singleton
    Deliveries deliveries(Redis redis, Waits waits) {
        return new RedisDeliveries(redis, organization, waits);
    }

    @Singleton
    Allowances allowances(Redis redis, Waits waits) {
        return new RedisAllowances(redis, organization, waits);
    }

    @Singleton
    Sweeps sweeps(Redis redis, Waits waits) {
        return new RedisSweeps(redis, organization, waits);
    }

    @Singleton
    DeadLetters deadLetters(Redis redis) {
        return new RedisDeadLetters(redis, organization);
    }

    @Singleton
    Arrivals arrivals(Redis redis) {
        return new RedisArrivals(redis, organization);
    }

    @Singleton
    StoreTime storeTime(Redis redis) {
        return new RedisTime(redis, organization);
    }

    @Singleton
    TimeMark timeMark(Redis redis) {
        return new RedisTimeMark(redis, organization);
    }
}
