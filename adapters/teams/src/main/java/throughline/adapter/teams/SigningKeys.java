package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The keys that sign Teams' tokens, fetched when they are first needed, once a day and, at most once a minute, when a token
 * names an unknown one. The last good ones stay when they cannot be fetched.
 */
final class SigningKeys {
    private static final Logger LOG = System.getLogger(SigningKeys.class.getName());
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_FIRST_LOOKS = Duration.ofSeconds(5);
    private static final int LARGEST = 1 << 20;

    private record Known(Map<String, SigningKey> keys, Instant fetched, Instant looked) {}

    private final HttpUrl metadata;
    private final Hosts hosts;
    private final OkHttpClient http;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Instant.MIN, Instant.MIN);

    SigningKeys(HttpUrl metadata, Hosts hosts, OkHttpClient http, InstantSource clock) {
        this.metadata = metadata;
        this.hosts = hosts;
        this.http = http;
        this.clock = clock;
    }

    /** @throws Refused if no key was ever fetched */
    Optional<SigningKey> find(String id) {
        Known now = known;
        if (isStale(now) || !now.keys().containsKey(id)) {
            now = looked(now);
        }
        if (now.keys().isEmpty()) {
            throw Refused.later("Teams' signing keys could not be fetched");
        }
        return Optional.ofNullable(now.keys().get(id));
    }

    private boolean isStale(Known now) {
        return now.fetched().isBefore(clock.instant().minus(FRESH));
    }

    /** Nobody waits for another's look, as long as there are keys at all. */
    private Known looked(Known before) {
        if (before.keys().isEmpty()) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return before;
        }
        try {
            Duration pause = known.keys().isEmpty() ? BETWEEN_FIRST_LOOKS : BETWEEN_LOOKS;
            if (!known.looked().isAfter(clock.instant().minus(pause))) {
                known = look();
            }
            return known;
        } finally {
            looking.unlock();
        }
    }

    private Known look() {
        Instant now = clock.instant();
        try {
            Map<String, SigningKey> keys = fetch();
            if (!keys.isEmpty()) {
                return new Known(keys, now, now);
            }
            LOG.log(Level.WARNING, "There is no usable key where Teams' signing keys should be");
        } catch (IOException | IllegalArgumentException failure) {
            LOG.log(Level.WARNING, "Teams'' signing keys could not be fetched: {0}", failure.getMessage());
        }
        return new Known(known.keys(), known.fetched(), now);
    }

    private Map<String, SigningKey> fetch() throws IOException {
        String announced = get(metadata).path("jwks_uri").asText();
        if (!hosts.allows(announced)) {
            throw new IOException("the address of the keys is on another host than Microsoft's");
        }
        return SigningKey.read(get(HttpUrl.get(announced)));
    }

    private JsonNode get(HttpUrl url) throws IOException {
        Request request = new Request.Builder().url(url).build();
        try (Response response = http.newCall(request).execute();
                ResponseBody body = response.body()) {
            if (!response.isSuccessful() || body == null) {
                throw new IOException(url.host() + " answered " + response.code());
            }
            return Json.read(body.byteStream().readNBytes(LARGEST));
        }
    }
}
