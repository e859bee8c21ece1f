package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Input;
import throughline.core.conversation.Response;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;

/** Asked whether to do something. "Yes" does it, "no" does the other thing, anything else is not an answer. */
record Confirming(String yes, String no) implements Dialogue {
    static final Set<String> YES = Set.of("yes", "y", "yep", "yeah", "ok", "okay", "sure", "do it", "yes please");
    private static final Set<String> NO = Set.of("no", "n", "nope", "cancel", "keep it", "no thanks", "stop");

    private static final Field<String> IF_YES = Field.required("yes", Shape.line(1_000), "The command to give then");
    private static final Field<String> IF_NO = Field.required("no", Shape.line(1_000), "The command to give otherwise");

    static final Stored<Confirming> STORED = new Stored<>(
            "confirming",
            1,
            new Shape.Structure<>(
                    "a question whether to do something",
                    List.of(IF_YES, IF_NO),
                    values -> new Confirming(values.get(IF_YES), values.get(IF_NO)),
                    it -> Values.none().with(IF_YES, it.yes).with(IF_NO, it.no)),
            Confirming.class);

    @Override
    public Optional<Response> on(Scene scene) {
        if (!(scene.input() instanceof Input.Said said)) {
            return Optional.empty();
        }
        String word = said.text().strip().toLowerCase(Locale.ROOT).replaceAll("[.!]$", "");
        if (YES.contains(word)) {
            return Optional.of(new Response.Means(yes));
        }
        return NO.contains(word) ? Optional.of(new Response.Means(no)) : Optional.empty();
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
