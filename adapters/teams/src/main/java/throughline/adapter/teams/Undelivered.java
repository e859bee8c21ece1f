package throughline.adapter.teams;

import java.io.IOException;
import java.io.Serial;
import java.util.Set;

/** The connector did not take something. */
final class Undelivered extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Malformed, forbidden, no such conversation any more, too big. */
    private static final Set<Integer> FINAL = Set.of(400, 403, 404, 410, 413);

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
    }
}
