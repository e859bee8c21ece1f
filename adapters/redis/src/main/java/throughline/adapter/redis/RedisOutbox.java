package throughline.adapter.redis;

import java.time.Duration;
import java.util.List;
import throughline.core.conversation.Outbox;
import throughline.core.conversation.Posting;

/** Messages in a stream that commits fill. */
final class RedisOutbox implements Outbox {
    private static final Script SENT = Script.named("sent");

    private final Redis redis;
    private final Key outbox;
    private final Key unsent;

    RedisOutbox(Redis redis, String organization) {
        this.redis = redis;
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
    public List<Posting> waiting(Duration age) {
        return Aged.waiting(redis, outbox, age, (entry, content) -> PostingJson.read(content));
    }
}
