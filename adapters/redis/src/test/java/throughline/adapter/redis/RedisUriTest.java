package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;
import throughline.adapter.redis.RedisUri.Login;
import throughline.adapter.redis.RedisUri.Mode;

class RedisUriTest {
    @Test
    void a_single_server() {
        assertEquals(
                new RedisUri(Mode.SINGLE, false, Optional.empty(), List.of(new HostAndPort("redis", 6379)), ""),
                RedisUri.parse("redis://redis"));
        assertEquals(3, RedisUri.parse("redis://[::1]:7000/3").database());
        assertEquals(
                List.of(new HostAndPort("::1", 7000)),
                RedisUri.parse("redis://[::1]:7000").hosts());
    }

    @Test
    void tls_and_a_user_with_an_awkward_password() {
        RedisUri uri = RedisUri.parse(" rediss://bot:a%40b+c%25:d@redis.example:6380/ ");
        assertTrue(uri.tls());
        assertEquals(Optional.of(new Login("bot", "a@b+c%:d")), uri.login());
        assertEquals(
                Optional.of(new Login("", "only")),
                RedisUri.parse("redis://:only@h").login());
    }

    @Test
    void a_cluster() {
        RedisUri uri = RedisUri.parse("rediss-cluster://h1:7001,h2");
        assertEquals(Mode.CLUSTER, uri.mode());
        assertTrue(uri.tls());
        assertEquals(List.of(new HostAndPort("h1", 7001), new HostAndPort("h2", 6379)), uri.hosts());
    }

    @Test
    void sentinels() {
        RedisUri uri = RedisUri.parse("redis-sentinel://u:p@h1:7001,h2/main");
        assertEquals(Mode.SENTINEL, uri.mode());
        assertEquals("main", uri.path());
        assertEquals(List.of(new HostAndPort("h1", 7001), new HostAndPort("h2", 26379)), uri.hosts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:6379",
                "http://u:s3cret@h",
                "redis://",
                "redis://u:s3cret@",
                "redis://u:s3cret@h:x",
                "redis://u:s3cret@h:0",
                "redis://u:s3cret@h:70000",
                "redis://u:s3cret@h/main",
                "redis://u:s3cret@h?x=1",
                "redis://u:s3cret@h1,h2",
                "redis://s3cret@h",
                "redis://u:@h",
                "redis://u:s3cret%zz@h",
                "redis://u:s3cret@x@h",
                "redis-cluster://u:s3cret@h1,h2/1",
                "redis-cluster://h1,,h2",
                "redis-sentinel://u:s3cret@h1",
                "redis-sentinel://u:s3cret@h1/"
            })
    void another_form_is_told_by_the_settings_name_and_without_the_password(String text) {
        IllegalArgumentException told = assertThrows(IllegalArgumentException.class, () -> RedisUri.parse(text));
        assertTrue(told.getMessage().startsWith("REDIS_URI is not understood, "), told.getMessage());
        assertFalse(told.getMessage().contains("s3cret"), told.getMessage());
        assertNull(told.getCause());
    }

    @Test
    void the_password_is_not_written_anywhere() {
        assertFalse(RedisUri.parse("redis://u:s3cret@h").toString().contains("s3cret"));
    }
}
