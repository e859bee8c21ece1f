package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Input;
import throughline.core.conversation.Response;
import throughline.core.conversation.Scene;
import throughline.core.roadmap.Field;
import throughline.core.roadmap.Item;
import throughline.core.roadmap.Shape;
import throughline.core.roadmap.Values;
import throughline.core.roadmap.Words;

/** Asked which of up to three items was meant by a command. A number, an ordinal, an id or a title picks one. */
record DidYouMean(String verb, List<String> options) implements Dialogue {
    private static final Field<String> VERB = Field.required("verb", Shape.line(), "The command that was given");
    private static final Field<List<String>> OPTIONS =
            Field.required("options", Shape.many(Shape.line()), "The ids that were offered");

    static final Stored<DidYouMean> STORED = new Stored<>(
            "did-you-mean",
            1,
            new Shape.Structure<>(
                    "a question which was meant",
                    List.of(VERB, OPTIONS),
                    values -> new DidYouMean(values.get(VERB), values.get(OPTIONS)),
                    it -> Values.none().with(VERB, it.verb).with(OPTIONS, it.options)),
            DidYouMean.class);

    private static final List<List<String>> ORDINALS = List.of(
            List.of("1", "first", "the first", "the first one", "yes", "that one"),
            List.of("2", "second", "the second", "the second one"),
            List.of("3", "third", "the third", "the third one"));

    static DidYouMean of(String verb, List<Item> options) {
        return new DidYouMean(
                verb, options.stream().map(item -> item.id().text()).toList());
    }

    @Override
    public Optional<Response> on(Scene scene) {
        return scene.input() instanceof Input.Said said
                ? picked(said.text(), scene).map(option -> new Response.Means(verb + " " + option))
                : Optional.empty();
    }

    private Optional<String> picked(String text, Scene scene) {
        String said = text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "");
        for (int i = 0; i < options.size(); i++) {
            if (ORDINALS.get(i).contains(said) || names(options.get(i), said, scene)) {
                return Optional.of(options.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean names(String option, String said, Scene scene) {
        return option.equalsIgnoreCase(said)
                || scene.roadmap()
                        .find(option)
                        .filter(item -> Words.of(item.title()).equals(Words.of(said)))
                        .isPresent();
    }

    @Override
    public Stored<?> stored() {
        return STORED;
    }
}
