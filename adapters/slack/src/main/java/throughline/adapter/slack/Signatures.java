package throughline.adapter.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells what Slack signed from everything else, on the bytes as they came (docs.slack.dev, “Verifying requests from Slack”). */
final class Signatures {
    static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    static final String SIGNATURE = "X-Slack-Signature";

    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Some three hundred requests a second for as long as a signature may come back. */
    private static final int MOST_SEEN = 200_000;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern V0 = Pattern.compile("v0=[0-9a-f]{64}");

    private final List<Mac> keyed;
    private final InstantSource clock;
    private final Remembered<Boolean> seen;

    Signatures(List<String> secrets, InstantSource clock) {
        this.keyed = secrets.stream().map(Signatures::keyed).toList();
        this.clock = clock;
        this.seen = new Remembered<>(SKEW.multipliedBy(2), MOST_SEEN, clock);
    }

    /**
     * Whether Slack sent this just now.
     *
     * @param timestamps every value of the header; one is wanted, and so of the signatures
     * @param isRetry whether it may be one that Slack sends again; only then the same signature may come twice
     */
    boolean areGood(List<String> timestamps, List<String> signatures, byte[] body, boolean isRetry) {
        if (timestamps.size() != 1 || signatures.size() != 1) {
            return false;
        }
        String timestamp = timestamps.get(0);
        String signature = signatures.get(0);
        return isNow(timestamp)
                && V0.matcher(signature).matches()
                && isSigned(timestamp, signature, body)
                && (seen.putIfAbsent(half(signature), true) || isRetry);
    }

    /** Half of its digits tell it from all others, and take half of the room. */
    private static String half(String signature) {
        return signature.substring("v0=".length(), "v0=".length() + 32);
    }

    private boolean isNow(String timestamp) {
        return SECONDS.matcher(timestamp).matches()
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= SKEW.toSeconds();
    }

    private boolean isSigned(String timestamp, String signature, byte[] body) {
        byte[] given = HexFormat.of().parseHex(signature, "v0=".length(), signature.length());
        boolean good = false;
        for (Mac mac : keyed) {
            // Every secret is tried, so that the time taken does not tell which one fits.
            good |= MessageDigest.isEqual(hmac(mac, timestamp, body), given);
        }
        return good;
    }

    private static Mac keyed(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Looking up the algorithm and preparing its key take longer than signing, so a prepared one is copied. */
    private static byte[] hmac(Mac keyed, String timestamp, byte[] body) {
        try {
            Mac mac = (Mac) keyed.clone();
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
