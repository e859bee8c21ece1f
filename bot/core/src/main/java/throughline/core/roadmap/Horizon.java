package throughline.core.roadmap;

/**
 * When, without a date: Now is this quarter and locked, Next the following one, Later has no committed scope ("The Product
 * Manager's Guide to Road Maps", step 4).
 */
public enum Horizon {
    NOW("Now", Confidence.HIGH),
    NEXT("Next", Confidence.MEDIUM),
    LATER("Later", Confidence.LOW),
    DONE("Done", Confidence.HIGH),
    DROPPED("Dropped", Confidence.HIGH);

    private final String title;
    private final Confidence confidence;

    Horizon(String title, Confidence confidence) {
        this.title = title;
        this.confidence = confidence;
    }

    /** Whether its bets are still to be done. */
    public boolean isOpen() {
        return this == NOW || this == NEXT || this == LATER;
    }

    public String title() {
        return title;
    }

    /** What the horizon alone promises: high for Now, medium for Next, low for Later (same guide, mistake 1). */
    public Confidence confidence() {
        return confidence;
    }
}
