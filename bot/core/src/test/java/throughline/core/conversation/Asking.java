package throughline.core.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** A dialogue for tests: something was asked, and every answer will do. */
public record Asking(String question) implements Dialogue {
    private static final Field<String> QUESTION = Field.required("question", Shape.line(), "What was asked");

    /** What is asked by a dialogue that is forgotten after {@link #SOON}. */
    static final String PASSING = "Anything else?";

    static final Duration SOON = Duration.ofMillis(400);

    public static final Stored<Asking> STORED = new Stored<>(
            "asking",
            1,
            new Shape.Structure<>(
                    "a question",
                    List.of(QUESTION),
                    values -> new Asking(values.get(QUESTION)),
                    asking -> Values.none().with(QUESTION, asking.question)),
            Asking.class);

    public static final Dialogues ALL = new Dialogues(List.of(STORED));

    /** A question that is forgotten soon says so. */
    @Override
    public Optional<Duration> lifetime() {
        return question.equals(PASSING) ? Optional.of(SOON) : Optional.empty();
    }

    @Override
    public Optional<Response> on(Scene scene) {
        return Optional.empty();
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
