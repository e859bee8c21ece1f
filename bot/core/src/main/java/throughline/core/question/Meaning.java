package throughline.core.question;

import java.util.Arrays;

/** What a text means, as a direction in a space that a language model made: near directions mean near things. Immutable. */
public final class Meaning {
    private final float[] direction;

    private Meaning(float[] direction) {
        this.direction = direction;
    }

    /**
     * Takes a direction of any length above 0.
     *
     * @throws IllegalArgumentException if it has no length, or a number in it is none
     */
    public static Meaning of(float... direction) {
        double length = 0;
        for (float part : direction) {
            length += (double) part * part;
        }
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("a meaning points somewhere");
        }
        float[] unit = new float[direction.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (direction[i] / Math.sqrt(length));
        }
        return new Meaning(unit);
    }

    /** Cosine of the angle between the two: 1 for the same, about 0 for what has nothing in common, -1 at the least. */
    public double likeness(Meaning other) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * other.direction[i];
        }
        return sum;
    }

    /** The direction, of length 1. */
    public float[] direction() {
        return direction.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Meaning meaning && Arrays.equals(meaning.direction, direction);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(direction);
    }
}
