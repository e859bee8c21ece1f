package throughline.adapter.teams;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throughline.core.delivery.Outcome;

/** The connector did not take something. */
final class Undelivered extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    static final int TOO_MANY = 429;

    /** Malformed, forbidden, no such conversation any more, too big. */
    private static final Set<Integer> FINAL = Set.of(400, 403, 404, 410, 413);

    private static final int OUR_TOKEN = 401;

    private final int status;
    private final String code;

    /**
     * Tells what happened.
     *
     * @param status of the answer; 0 if there was none
     * @param code the platform's own word for it, "" if it had none
     */
    Undelivered(int status, String code, Throwable cause) {
        super("Teams answered " + (status == 0 ? "nothing" : status + " " + code), cause);
        this.status = status;
        this.code = code;
    }

    /** No other attempt would be answered otherwise, such as where somebody decided that we may not speak. */
    boolean isFinal() {
        return FINAL.contains(status);
    }

    String code() {
        return code;
    }

    /** The answer that a failure comes from, if there was one. */
    static Optional<Answer> answer(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(Answer.class::isInstance)
                .map(Answer.class::cast)
                .findFirst();
    }

    /** An answer that is no success, on its way through the SDK. */
    static final class Answer extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String code;

        Answer(int status, String code) {
            super("Teams answered " + status);
            this.status = status;
            this.code = code;
        }

        Undelivered told() {
            return new Undelivered(status, code, this);
        }

        /** @param retryAfter what Teams asked for, in case that it wants us to wait */
        Outcome outcome(Duration retryAfter) {
            String reason = (status + " " + code).strip();
            if (status == TOO_MANY) {
                return new Outcome.NotAccepted(retryAfter, reason);
            }
            if (status == OUR_TOKEN) {
                return new Outcome.NotAccepted(Duration.ZERO, reason);
            }
            return FINAL.contains(status) ? new Outcome.Never(reason) : new Outcome.Unknown(reason);
        }
    }
}
