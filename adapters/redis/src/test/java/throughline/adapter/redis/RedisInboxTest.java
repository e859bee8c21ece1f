package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import throughline.core.conversation.Inbox;
import throughline.core.conversation.InboxContract;

class RedisInboxTest extends InboxContract {
    private static final Script ADD = new Script("redis.call('XADD', KEYS[1], ARGV[1], 'f', ARGV[2])", "none");
    private static final Script LIFETIME = new Script("return redis.call('TTL', KEYS[1])", "none");

    private final String organization = Shared.organization();
    private final RedisInbox inbox = new RedisInbox(Shared.REDIS, organization);

    @Override
    protected Inbox inbox() {
        return inbox;
    }

    @Override
    protected Inbox seenByAnother() {
        return new RedisInbox(Shared.REDIS, organization);
    }

    @Test
    void an_input_that_came_long_ago_has_waited_for_an_hour() {
        put("1-0", IncomingJson.write(said("d1", "now")));
        accept(said("d2", "next"));
        assertEquals(
                List.of(said("d1", "now")),
                inbox.waiting(Duration.ofHours(1)).stream()
                        .map(Inbox.Waiting::incoming)
                        .toList());
    }

    @Test
    void a_delivery_is_known_for_26_hours() {
        accept(said("d1", "now"));
        Long seconds = (Long) Shared.REDIS.run(LIFETIME, List.of(Keys.seen(organization, "d1")), List.of());
        assertTrue(seconds > 93_500 && seconds <= 93_600, "seconds: " + seconds);
    }

    @Test
    void an_input_of_a_newer_bot_waits_for_that_one_and_stops_nobody() {
        put("1-0", "{\"kind\":\"incoming\",\"v\":99}");
        accept(said("d1", "now"));
        assertEquals(1, inbox.waiting(Duration.ZERO).size());
    }

    private void put(String entry, String incoming) {
        Shared.REDIS.run(ADD, List.of(Keys.inbox(organization)), List.of(entry, incoming));
    }
}
