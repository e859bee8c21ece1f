package throughline.adapter.teams;

import io.micronaut.http.HttpStatus;

/** A request that is not heard. The reason is ours alone: nothing of the request is in it. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private Refused(HttpStatus status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** It is not known who sent it. */
    static Refused unknown(String reason) {
        return new Refused(HttpStatus.UNAUTHORIZED, reason);
    }

    /** Who sent it may not. */
    static Refused forbidden(String reason) {
        return new Refused(HttpStatus.FORBIDDEN, reason);
    }

    static Refused malformed(String reason) {
        return new Refused(HttpStatus.BAD_REQUEST, reason);
    }

    /** Nobody can tell now; the channel may try again. */
    static Refused later(String reason) {
        return new Refused(HttpStatus.SERVICE_UNAVAILABLE, reason);
    }
}
