package throughline.adapter.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;
import throughline.core.delivery.Outcome;

/** What Slack's refusals mean for a message. */
final class Refusals {
    private static final Duration UNTOLD = Duration.ofSeconds(30);
    private static final int SERVER_ERRORS = 500;
    private static final int CLIENT_ERRORS = 400;

    /** Slack says of these that parts of what was asked may have been done. */
    private static final Set<String> UNKNOWN = Set.of("internal_error", "fatal_error", "service_unavailable");

    /** Slack's word for being asked too often. */
    static final String TOO_FAST = "ratelimited";

    private static final Set<String> LIMITED = Set.of(TOO_FAST, "rate_limited");

    /** What we said arrived in pieces. */
    private static final Set<String> GARBLED = Set.of("request_timeout");

    private Refusals() {}

    static Outcome word(String error) {
        if (LIMITED.contains(error)) {
            return new Outcome.NotAccepted(UNTOLD, error);
        }
        if (UNKNOWN.contains(error)) {
            return new Outcome.Unknown(error);
        }
        return GARBLED.contains(error) ? new Outcome.NotAccepted(Duration.ZERO, error) : new Outcome.Never(error);
    }

    static Outcome status(Response response) {
        String reason = "HTTP " + response.code();
        if (response.code() == Leaving.TOO_MANY) {
            return new Outcome.NotAccepted(retryAfter(response), reason);
        }
        return response.code() >= CLIENT_ERRORS && response.code() < SERVER_ERRORS
                ? new Outcome.Never(reason)
                : new Outcome.Unknown(reason);
    }

    private static Duration retryAfter(Response response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Math.max(Long.parseLong(seconds), 1)))
                .orElse(UNTOLD);
    }
}
