package throughline.adapter.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.Posting;

/** Messages in a stream that commits fill. */
final class RedisOutbox implements Outbox {
    private static final Script SENT = Script.named("sent");

    private static final Script HAND = Script.named("primary", "hand");

    private final Redis redis;
    private final String organization;
    private final Key outbox;
    private final Key unsent;

    RedisOutbox(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
        this.outbox = Keys.outbox(organization);
        this.unsent = Keys.unsent(organization);
    }

    @Override
    public void sent(List<Posting> postings) {
        if (!postings.isEmpty()) {
            redis.run(
                    SENT,
                    List.of(outbox, unsent),
                    postings.stream().map(Posting::id).toList());
        }
    }

    @Override
    public void handOver(Posting posting, Instant due, Instant until) {
        List<Key> keys =
                List.of(outbox, unsent, Keys.deliveries(organization), Keys.occurrence(organization, posting.id()));
        redis.run(
                HAND,
                keys,
                List.of(posting.id(), String.valueOf(due.toEpochMilli()), String.valueOf(until.toEpochMilli())));
    }

    @Override
    public List<Posting> waiting(Duration age) {
        return Aged.waiting(redis, outbox, age, (entry, content) -> PostingJson.read(content));
    }
}
