package throughline.core.ritual;

/** An occurrence that is not said, and why. */
public record Skipped(Occurrence occurrence, Reason reason) {
    /** Why something that fell due is not said. */
    public enum Reason {
        /** It came too late: nothing ran when it was due. */
        LATE("nothing ran when it was due"),
        /** A later one of the same ritual is said instead. */
        OVERTAKEN("a later one was due as well"),
        /** No working day was left in its period. */
        NO_WORKDAY("no working day was left"),
        /** It came late, and no working hour was left of its time. */
        NO_HOUR("no working hour was left");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** As the operator reads it. */
        public String words() {
            return words;
        }
    }
}
