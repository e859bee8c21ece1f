package throughline.core.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
record DidYouMean(String verb, List<String> options, boolean all) implements Dialogue {
    private static final Field<String> VERB = Field.required("verb", Shape.line(), "The command that was given");
    private static final Field<List<String>> OPTIONS =
            Field.required("options", Shape.many(Shape.line()), "The ids that were offered");
    private static final Field<Boolean> ALL =
            Field.required("all", Shape.flag(), "Whether everything was wanted in one answer");

    static final Stored<DidYouMean> STORED = new Stored<>(
            "did-you-mean",
            1,
            new Shape.Structure<>(
                    "a question which was meant",
                    List.of(VERB, OPTIONS, ALL),
                    values -> new DidYouMean(values.get(VERB), values.get(OPTIONS), values.get(ALL)),
                    it -> Values.none()
                            .with(VERB, it.verb)
                            .with(OPTIONS, it.options)
                            .with(ALL, it.all)),
            DidYouMean.class);

    private static final Pattern ENDING = Pattern.compile("(?<![.!?])[.!?]++$");

    private static final List<List<String>> ORDINALS = List.of(
            List.of("1", "first", "the first", "the first one"),
            List.of("2", "second", "the second", "the second one"),
            List.of("3", "third", "the third", "the third one"));

    static DidYouMean of(String verb, List<Item> options, boolean all) {
        return new DidYouMean(
                verb, options.stream().map(item -> item.id().text()).toList(), all);
    }

    @Override
    public Optional<Response> on(Scene scene) {
        return scene.input() instanceof Input.Said said
                ? picked(said.text(), scene)
                        .map(option -> new Response.Means(verb + " " + option + (all ? " all" : "")))
                : Optional.empty();
    }

    private Optional<String> picked(String text, Scene scene) {
        String said = ENDING.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        if (options.size() == 1 && Confirming.YES.contains(said)) {
            return Optional.of(options.get(0));
        }
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
