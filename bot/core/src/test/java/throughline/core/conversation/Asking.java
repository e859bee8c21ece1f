package throughline.core.conversation;

import java.util.List;
import java.util.Optional;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** A dialogue for tests: something was asked, and every answer will do. */
public record Asking(String question) implements Dialogue {
    private static final Field<String> QUESTION = Field.required("question", Shape.line(), "What was asked");

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

    @Override
    public Optional<Response> on(Scene scene) {
        return Optional.empty();
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
