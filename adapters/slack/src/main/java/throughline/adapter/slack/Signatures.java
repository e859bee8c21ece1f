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

/** Tells what Slack signed from everything else, on the bytes as they came (platforms.md, Slack's signature v0). */
final class Signatures {
    static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    static final String SIGNATURE = "X-Slack-Signature";

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern V0 = Pattern.compile("v0=[0-9a-f]{64}");

    private final List<byte[]> secrets;
    private final InstantSource clock;
    private final Remembered<Boolean> seen;

    Signatures(List<String> secrets, InstantSource clock) {
        this.secrets = secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.clock = clock;
        this.seen = new Remembered<>(SKEW.multipliedBy(2), clock);
    }

    /**
     * Whether Slack sent this just now.
     *
     * @param timestamps every value of the header; one is wanted, and so of the signatures
     * @param isRetry whether Slack says that it sent this before; only then the same signature may come twice
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
                && (seen.putIfAbsent(signature, true) || isRetry);
    }

    private boolean isNow(String timestamp) {
        return SECONDS.matcher(timestamp).matches()
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) <= SKEW.toSeconds();
    }

    private boolean isSigned(String timestamp, String signature, byte[] body) {
        byte[] given = HexFormat.of().parseHex(signature, "v0=".length(), signature.length());
        boolean good = false;
        for (byte[] secret : secrets) {
            // Every secret is tried, so that the time taken does not tell which one fits.
            good |= MessageDigest.isEqual(hmac(secret, timestamp, body), given);
        }
        return good;
    }

    private static byte[] hmac(byte[] secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
