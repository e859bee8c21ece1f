package throughline.adapter.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final byte[] BODY = "command=%2Froadmap&text=now".getBytes(StandardCharsets.UTF_8);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Signatures signatures = new Signatures(List.of("new secret", "old secret"), now::get);

    /** The example in Slack's own documentation. */
    @Test
    void the_documented_example_is_good() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        now.set(Instant.ofEpochSecond(1531420618));
        Signatures documented = new Signatures(List.of(Signed.SECRET), now::get);
        assertTrue(documented.areGood(
                List.of("1531420618"),
                List.of("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"),
                body.getBytes(StandardCharsets.UTF_8),
                false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new secret", "old secret"})
    void either_of_two_secrets_is_good(String secret) {
        assertTrue(isGood(at(0), Signed.v0(secret, at(0), BODY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other", "NEW SECRET", "new secret,old secret", "new secret "})
    void another_secret_is_not(String secret) {
        assertFalse(isGood(at(0), Signed.v0(secret.isEmpty() ? "\0" : secret, at(0), BODY)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, -1, 1, 299, 300})
    void five_minutes_of_skew_are_good(long seconds) {
        assertTrue(isGood(at(seconds), Signed.v0("new secret", at(seconds), BODY)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-315_360_000, -86_400, -301, 301, 86_400, 315_360_000})
    void more_skew_is_not(long seconds) {
        assertFalse(isGood(at(seconds), Signed.v0("new secret", at(seconds), BODY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "-1",
                "now",
                "1e9",
                "0x5f",
                "1763632800.0",
                "+1763632800",
                " 1763632800",
                "1763632800 ",
                "99999999999999999999",
                "١٧٦٣٦٣٢٨٠٠",
                "1763632800,1763632800"
            })
    void a_timestamp_that_is_none_is_not_good(String timestamp) {
        assertFalse(isGood(timestamp, Signed.v0("new secret", timestamp, BODY)));
    }

    @Test
    void any_flipped_bit_is_told() {
        String good = Signed.v0("new secret", at(0), BODY);
        for (int index = "v0=".length(); index < good.length(); index++) {
            char flipped = good.charAt(index) == '0' ? '1' : '0';
            assertFalse(isGood(at(0), good.substring(0, index) + flipped + good.substring(index + 1)));
        }
        for (int index = 0; index < BODY.length; index++) {
            byte[] changed = BODY.clone();
            changed[index] ^= 1;
            assertFalse(signatures.areGood(List.of(at(0)), List.of(good), changed, false));
        }
    }

    @Test
    void junk_in_the_place_of_a_signature_is_not_good() {
        String good = Signed.v0("new secret", at(0), BODY);
        String hex = good.substring("v0=".length());
        for (String junk : List.of(
                "",
                "v0",
                "v0=",
                "v1=" + hex,
                "V0=" + hex,
                hex,
                good + "0",
                good.substring(0, 66),
                " " + good,
                good + " ",
                good.toUpperCase(java.util.Locale.ROOT),
                good + "," + good,
                "v0=" + "g".repeat(64),
                "v0=" + "é".repeat(64),
                "v0=" + "0".repeat(64),
                "x".repeat(100_000))) {
            assertFalse(isGood(at(0), junk), junk.length() > 80 ? "long" : junk);
        }
    }

    @Test
    void missing_and_doubled_headers_are_not_good() {
        String good = Signed.v0("new secret", at(0), BODY);
        assertFalse(signatures.areGood(List.of(), List.of(good), BODY, false));
        assertFalse(signatures.areGood(List.of(at(0)), List.of(), BODY, false));
        assertFalse(signatures.areGood(List.of(), List.of(), BODY, false));
        assertFalse(signatures.areGood(List.of(at(0), at(0)), List.of(good), BODY, false));
        assertFalse(signatures.areGood(List.of(at(0)), List.of(good, good), BODY, false));
        assertFalse(signatures.areGood(List.of(at(0), at(1)), List.of(good), BODY, false));
    }

    @Test
    void a_signature_of_another_moment_or_body_is_not_good() {
        assertFalse(isGood(at(1), Signed.v0("new secret", at(0), BODY)));
        assertFalse(isGood(at(0), Signed.v0("new secret", at(0), new byte[0])));
        assertFalse(isGood(at(0), Signed.v0("new secret", "", BODY)));
    }

    @Test
    void a_replay_is_refused_unless_slack_says_that_it_retries() {
        String good = Signed.v0("new secret", at(0), BODY);
        assertTrue(isGood(at(0), good));
        assertFalse(isGood(at(0), good));
        assertTrue(signatures.areGood(List.of(at(0)), List.of(good), BODY, true));

        now.set(NOW.plus(Duration.ofMinutes(5)));
        assertFalse(isGood(at(0), good));
    }

    @Test
    void many_other_requests_do_not_make_a_replay_good() {
        String good = Signed.v0("new secret", at(0), BODY);
        assertTrue(isGood(at(0), good));
        for (int other = 0; other < 20_000; other++) {
            byte[] body = ("text=" + other).getBytes(StandardCharsets.UTF_8);
            signatures.areGood(List.of(at(0)), List.of(Signed.v0("new secret", at(0), body)), body, false);
        }
        assertFalse(isGood(at(0), good));
    }

    @Test
    void a_refused_signature_does_not_count_as_seen() {
        String good = Signed.v0("new secret", at(0), BODY);
        assertFalse(signatures.areGood(List.of(at(0)), List.of(good), new byte[0], false));
        assertTrue(isGood(at(0), good));
    }

    @Test
    void without_a_secret_nothing_is_good() {
        Signatures none = new Signatures(List.of(), now::get);
        assertEquals(false, none.areGood(List.of(at(0)), List.of(Signed.v0("x", at(0), BODY)), BODY, false));
    }

    private static String at(long seconds) {
        return String.valueOf(NOW.getEpochSecond() + seconds);
    }

    private boolean isGood(String timestamp, String signature) {
        return signatures.areGood(List.of(timestamp), List.of(signature), BODY, false);
    }
}
