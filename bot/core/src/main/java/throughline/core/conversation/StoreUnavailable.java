package throughline.core.conversation;

/** The store did not answer. Nothing is known to have changed; a persisted input is answered later. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Tells what happened.
     *
     * @param message without secrets: people see it in the log
     */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
