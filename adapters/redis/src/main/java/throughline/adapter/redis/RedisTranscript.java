package throughline.adapter.redis;

import java.util.List;
import throughline.core.conversation.Transcript;

/** Messages in a list per channel, with the place of each by its id. */
final class RedisTranscript implements Transcript {
    private static final Script KEEP = Script.named("keep");
    private static final Script REPLACE = Script.named("replace");
    private static final Script SINCE = Script.named("since");

    private final Redis redis;
    private final String organization;

    RedisTranscript(Redis redis, String organization) {
        this.redis = redis;
        this.organization = organization;
    }

    @Override
    public void keep(String channel, String id, String message) {
        redis.run(KEEP, keys(channel), List.of(id, KeptJson.write(new Kept(id, message))));
    }

    @Override
    public void replace(String channel, String id, String message) {
        redis.run(REPLACE, keys(channel), List.of(id, KeptJson.write(new Kept(id, message))));
    }

    @Override
    public List<Kept> since(String channel, String after) {
        List<?> messages = (List<?>) redis.run(SINCE, keys(channel), List.of(after));
        return messages.stream().map(message -> KeptJson.read((String) message)).toList();
    }

    private List<Key> keys(String channel) {
        return List.of(Keys.transcript(organization, channel), Keys.kept(organization, channel));
    }
}
