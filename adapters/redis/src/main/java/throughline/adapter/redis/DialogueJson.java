package throughline.adapter.redis;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import throughline.core.conversation.Dialogue;
import throughline.core.conversation.Dialogues;
import throughline.core.data.Datum;

/** The state of a dialogue as stored: in the shape that its kind of dialogue registered under a written name. */
final class DialogueJson {
    static final String KIND = "dialogue";
    private static final int VERSION = 1;

    private final Map<String, Dialogue.Stored<?>> byName;

    DialogueJson(Dialogues dialogues) {
        byName = dialogues.all().stream().collect(Collectors.toMap(Dialogue.Stored::name, Function.identity()));
    }

    /** @throws IllegalArgumentException if the kind of dialogue is not registered, so that it could not be read again */
    String write(Dialogue dialogue) {
        Dialogue.Stored<?> stored = dialogue.stored();
        if (!byName.containsKey(stored.name())) {
            throw new IllegalArgumentException("the dialogue “" + stored.name() + "” is not registered to be stored");
        }
        return Json.write(Stored.begin(KIND, VERSION)
                .put("name", stored.name())
                .put("shape", Datum.number(stored.version()))
                .put("state", state(stored, dialogue))
                .done());
    }

    private static <D extends Dialogue> Datum state(Dialogue.Stored<D> stored, Dialogue dialogue) {
        return stored.shape().write(stored.type().cast(dialogue), References.AS_IDS);
    }

    Dialogue read(String text) {
        Stored from = Stored.open(Json.read(text), KIND, VERSION);
        Dialogue.Stored<?> stored = registered(from);
        try {
            return stored.shape()
                    .read(from.datum("state"), References.AS_IDS)
                    .orElseThrow(() -> new Unreadable("it has no state"));
        } catch (Unreadable detail) {
            // What a state says may be private, so the message is silent about it.
            throw new Unreadable(
                    "the state of the stored dialogue “" + stored.name() + "”, version " + from.number("shape")
                            + ", cannot be read",
                    detail);
        }
    }

    private Dialogue.Stored<?> registered(Stored from) {
        String name = from.text("name");
        int shape = from.number("shape");
        Dialogue.Stored<?> stored = byName.get(name);
        if (stored == null || stored.version() < shape) {
            throw new Unreadable("the stored dialogue “" + name + "”, version " + shape
                    + ", is not known to this bot: start the bot that wrote it, or a newer one");
        }
        return stored;
    }
}
