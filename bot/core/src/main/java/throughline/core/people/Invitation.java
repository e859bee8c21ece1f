package throughline.core.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A code with which a person brings in another account, once. Only its digest is kept, so that who reads the store cannot use it.
 *
 * @param digest SHA-256 of the code, as hexadecimal digits
 * @param until when it expires
 */
public record Invitation(String digest, Instant until) {
    public static final Duration VALID = Duration.ofMinutes(15);

    private static final int LENGTH = 8;

    /**
     * The code made from an unguessable id: eight letters and digits, which are 40 bits.
     *
     * @param id of letters and digits, as {@code Ids} gives
     */
    public static String code(String id) {
        String folded = folded(id);
        String code = folded.substring(Math.max(0, folded.length() - LENGTH));
        int half = code.length() / 2;
        return code.substring(0, half) + "-" + code.substring(half);
    }

    public static Invitation of(String code, Instant now) {
        return new Invitation(digest(code), now.plus(VALID));
    }

    /** Whether this is the code, however it was typed, and still in time. */
    public boolean accepts(String code, Instant now) {
        return now.isBefore(until)
                && MessageDigest.isEqual(
                        digest.getBytes(StandardCharsets.US_ASCII), digest(code).getBytes(StandardCharsets.US_ASCII));
    }

    private static String folded(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static String digest(String code) {
        try {
            byte[] bytes = folded(code).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
