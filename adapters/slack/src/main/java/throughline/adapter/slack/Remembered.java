package throughline.adapter.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was learned, for a while: the newest things only, and in this process only. */
final class Remembered<V> {
    private static final int MOST = 10_000;

    private record Entry<V>(V value, Instant since) {}

    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();
    private final Duration fresh;
    private final int most;
    private final InstantSource clock;

    Remembered(Duration fresh, InstantSource clock) {
        this(fresh, MOST, clock);
    }

    Remembered(Duration fresh, int most, InstantSource clock) {
        this.fresh = fresh;
        this.most = most;
        this.clock = clock;
    }

    synchronized void put(String key, V value) {
        entries.remove(key);
        entries.put(key, new Entry<>(value, clock.instant()));
        if (entries.size() > most) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** @return false if it was there already, and fresh */
    synchronized boolean putIfAbsent(String key, V value) {
        if (fresh(key).isPresent()) {
            return false;
        }
        put(key, value);
        return true;
    }

    synchronized Optional<V> fresh(String key) {
        Entry<V> entry = entries.get(key);
        return entry == null || !clock.instant().isBefore(entry.since().plus(fresh))
                ? Optional.empty()
                : Optional.of(entry.value());
    }

    /** Fresh or not. */
    synchronized Optional<V> any(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }
}
