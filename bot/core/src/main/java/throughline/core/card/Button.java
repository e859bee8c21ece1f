package throughline.core.card;

/**
 * Something to tap. Every button has a command that does the same.
 *
 * @param action a written constant, which stays valid for cards posted long ago
 * @param value what comes back with the tap; a person could send another, so it never carries a right
 */
public record Button(String action, String label, String value, Weight weight) {
    /** How much a button asks for attention. */
    public enum Weight {
        PRIMARY,
        PLAIN,
        DESTRUCTIVE
    }

    public static Button primary(String action, String label, String value) {
        return new Button(action, label, value, Weight.PRIMARY);
    }

    public static Button plain(String action, String label, String value) {
        return new Button(action, label, value, Weight.PLAIN);
    }

    public static Button destructive(String action, String label, String value) {
        return new Button(action, label, value, Weight.DESTRUCTIVE);
    }

    boolean isPrimary() {
        return weight == Weight.PRIMARY;
    }
}
