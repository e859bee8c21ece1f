package throughline.core.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a quarterly review found of one initiative.
 *
 * @param result what came of it by its success criteria
 * @param verdict what becomes of it
 * @param promised the confidence that it entered Now with
 * @param measured what was measured, as people read it
 * @param learned in the words of who reviewed it
 */
public record Finding(
        ItemId initiative,
        LocalDate on,
        Result result,
        Verdict verdict,
        Optional<Confidence> promised,
        Optional<String> measured,
        Optional<String> learned) {
    /** What came of an initiative, whatever became of its tasks. */
    public enum Result {
        REACHED,
        MISSED,
        /** Nothing tells. */
        UNMEASURED,
        /** Results are expected after the quarter. */
        NOT_DUE
    }

    /** What becomes of it. */
    public enum Verdict {
        KEEP("keep going"),
        RESCOPE("re-scope"),
        STOP("stop"),
        DONE("done");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As people read it: "re-scope". */
        public String words() {
            return words;
        }
    }

    public static final Shape<String> WORDS = Shape.prose();

    static final Field<ItemId> INITIATIVE = Field.required("initiative", Shape.anyItem(), "What was reviewed");
    static final Field<LocalDate> ON = Field.required("on", Shape.day(), "The day");
    static final Field<Result> RESULT = Field.required("result", Shape.oneOf(Result.class), "What came of it");
    static final Field<Verdict> VERDICT = Field.required("verdict", Shape.oneOf(Verdict.class), "What becomes of it");
    static final Field<Confidence> PROMISED =
            Field.of("promised", Shape.oneOf(Confidence.class), "The confidence that it entered Now with");
    static final Field<String> MEASURED = Field.of("measured", Shape.line(), "What was measured");
    static final Field<String> LEARNED = Field.of("learned", WORDS, "What was learned");

    static final Shape<Finding> SHAPE = new Shape.Structure<>(
            "what a review found",
            List.of(INITIATIVE, ON, RESULT, VERDICT, PROMISED, MEASURED, LEARNED),
            values -> new Finding(
                    values.get(INITIATIVE),
                    values.get(ON),
                    values.get(RESULT),
                    values.get(VERDICT),
                    values.find(PROMISED),
                    values.find(MEASURED),
                    values.find(LEARNED)),
            it -> Values.none()
                    .with(INITIATIVE, it.initiative)
                    .with(ON, it.on)
                    .with(RESULT, it.result)
                    .with(VERDICT, it.verdict)
                    .with(PROMISED, it.promised)
                    .with(MEASURED, it.measured)
                    .with(LEARNED, it.learned));

    /** Whether what was promised came true; what was given up did not, and what is not due or not measured does not tell. */
    public Optional<Boolean> cameTrue() {
        if (result == Result.REACHED) {
            return Optional.of(true);
        }
        return result == Result.MISSED || verdict == Verdict.STOP ? Optional.of(false) : Optional.empty();
    }
}
