package throughline.adapter.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream whose entries wait to be taken out. */
final class Aged {
    private static final Logger LOG = LoggerFactory.getLogger(Aged.class);
    private static final Script WAITING = Script.named("waiting");

    private Aged() {}

    /** What has waited for at least {@code age}. What this bot cannot read is told in the log and left to a newer one. */
    static <T> List<T> waiting(Redis redis, Key stream, Duration age, BiFunction<String, String, T> read) {
        List<?> reply = (List<?>) redis.run(WAITING, List.of(stream), List.of(String.valueOf(age.toMillis())));
        List<T> waiting = new ArrayList<>();
        for (int i = 0; i < reply.size(); i += 2) {
            readable((String) reply.get(i), (String) reply.get(i + 1), read).ifPresent(waiting::add);
        }
        return waiting;
    }

    private static <T> Optional<T> readable(String entry, String content, BiFunction<String, String, T> read) {
        try {
            return Optional.of(read.apply(entry, content));
        } catch (Unreadable unreadable) {
            LOG.error("Entry {} waits on: {}", entry, unreadable.getMessage());
            return Optional.empty();
        }
    }
}
