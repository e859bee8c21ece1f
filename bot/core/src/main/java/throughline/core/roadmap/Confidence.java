package throughline.core.roadmap;

/** How sure somebody is. Low comes first, so the lower of two is the smaller. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    public String title() {
        return Shape.written(this);
    }

    public Confidence orLower(Confidence other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
