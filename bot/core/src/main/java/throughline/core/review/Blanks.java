package throughline.core.review;

/** What is filled in at a step: the written ids of its fields. */
public final class Blanks {
    public static final String VERDICT = "verdict";
    public static final String LEARNED = "learned";
    public static final String MEASURED = "measured";
    public static final String RESULT = "result";

    private Blanks() {}
}
