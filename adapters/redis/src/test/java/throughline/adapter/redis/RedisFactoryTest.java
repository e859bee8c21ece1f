package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throughline.core.conversation.Addresses;
import throughline.core.conversation.Asking;
import throughline.core.conversation.Dialogues;
import throughline.core.conversation.Inbox;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.TimeMark;
import throughline.core.conversation.Transcript;
import throughline.core.conversation.TurnStore;
import throughline.core.conversation.Version;

class RedisFactoryTest {
    @TempDir
    private Path home;

    private static ApplicationContext context(Map<String, Object> settings) {
        ApplicationContext context = ApplicationContext.builder(settings).build();
        context.registerSingleton(Dialogues.class, Asking.ALL);
        return context.start();
    }

    @Test
    void without_a_redis_of_yours_one_of_our_own_gives_every_port() {
        try (ApplicationContext context =
                context(Map.of("throughline.data", home.resolve("data").toString()))) {
            assertEquals(
                    Version.START,
                    context.getBean(TurnStore.class).load("x").version().entry());
            assertEquals(List.of(), context.getBean(Inbox.class).waiting(Duration.ZERO));
            assertEquals(List.of(), context.getBean(Outbox.class).waiting(Duration.ZERO));
            assertEquals(List.of(), context.getBean(Transcript.class).since("#growth", ""));
            assertEquals(Optional.empty(), context.getBean(TimeMark.class).last());
            assertEquals(Optional.empty(), context.getBean(Addresses.class).find("teams", "19:a"));
        }
        Path store = home.resolve("data").resolve("store");
        assertTrue(Files.exists(store.resolve("appendonly.aof")));
        assertFalse(Files.exists(store.resolve("server")));
    }

    @Test
    void a_redis_of_yours_is_used_and_organizations_are_kept_apart() throws IOException {
        RedisUri shared = Shared.SERVER.uri();
        String uri = "redis://:" + shared.login().orElseThrow().password() + "@"
                + shared.hosts().get(0);
        String organization = Shared.organization();
        Instant now = Instant.parse("2027-01-04T09:30:00Z");
        try (ApplicationContext context = context(Map.of("redis.uri", uri, "throughline.organization", organization))) {
            context.getBean(TimeMark.class).put(now);
        }
        assertEquals(Optional.of(now), new RedisTimeMark(Shared.REDIS, organization).last());
        assertEquals(Optional.empty(), new RedisTimeMark(Shared.REDIS, "another").last());
    }

    @Test
    void a_setting_that_is_not_understood_is_told_by_its_name() {
        try (ApplicationContext context = context(Map.of("redis.uri", "redis//:s3cret@h"))) {
            BeanInstantiationException told =
                    assertThrows(BeanInstantiationException.class, () -> context.getBean(TurnStore.class));
            assertTrue(told.getMessage().contains("REDIS_URI is not understood"), told.getMessage());
            assertFalse(told.getMessage().contains("s3cret"), told.getMessage());
        }
    }
}
