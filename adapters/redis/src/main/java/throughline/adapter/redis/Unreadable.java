package throughline.adapter.redis;

/** Something stored cannot be read by this bot; the message names the kind and says what to do. */
final class Unreadable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }

    Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
