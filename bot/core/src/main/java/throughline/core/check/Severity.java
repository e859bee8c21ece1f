package throughline.core.check;

/** How much a mistake costs; the worst first. */
public enum Severity {
    /** The line from strategy to work breaks, or the roadmap promises what it must not. */
    SERIOUS("Serious"),
    /** A decision rests on less than it should. */
    WEAK("Weak"),
    /** Good practice that is missing. */
    MINOR("Minor");

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
