package throughline.core.people;

/** An opaque id of a person. Facts hold only this; the name lives in an erasable record ({@link Person}). */
public record PersonId(String text) implements Comparable<PersonId> {
    /** The bot itself, the author of imports and other facts without a person. */
    public static final PersonId BOT = new PersonId("bot");

    public PersonId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a person id is not blank");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
