package throughline.adapter.redis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import throughline.core.conversation.Inbox;
import throughline.core.conversation.Incoming;

/** Inputs in a stream; the id of an entry is its ticket. */
final class RedisInbox implements Inbox {
    private static final Script ACCEPT = Script.named("accept");

    private final Redis redis;
    private final String organization;
    private final Key inbox;

    RedisInbox(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
        this.inbox = Keys.inbox(organization);
    }

    @Override
    public Optional<String> accept(Incoming incoming) {
        List<Key> keys = List.of(inbox, Keys.seen(organization, incoming.delivery()));
        List<String> arguments = List.of(
                IncomingJson.write(incoming),
                UUID.randomUUID().toString(),
                String.valueOf(incoming.knownFor().toSeconds()));
        return Optional.ofNullable((String) redis.run(ACCEPT, keys, arguments));
    }

    @Override
    public void done(String ticket) {
        redis.removeEntry(inbox, ticket);
    }

    @Override
    public List<Waiting> waiting(Duration age) {
        return Aged.waiting(redis, inbox, age, (ticket, content) -> new Waiting(ticket, IncomingJson.read(content)));
    }
}
