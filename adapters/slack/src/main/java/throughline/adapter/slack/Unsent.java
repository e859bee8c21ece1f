package throughline.adapter.slack;

/** Slack did not take, or did not tell, something. */
final class Unsent extends RuntimeException {
    private final String error;

    /** Slack answered and refused, in its word. */
    Unsent(String method, String error) {
        super("Slack refused " + method + ": " + error);
        this.error = error;
    }

    /** Slack did not answer as it should. */
    Unsent(String method, Exception cause) {
        super("Slack did not answer " + method + " (" + cause.getClass().getSimpleName() + ")");
        this.error = "";
    }

    /** Slack's word; "" if it did not answer. */
    String error() {
        return error;
    }

    boolean isRefusal() {
        return !error.isEmpty();
    }
}
