package throughline.core.conversation;

import java.util.List;

/** Every kind of dialogue state that a store may hold. */
public record Dialogues(List<Dialogue.Stored<?>> all) {
    public Dialogues {
        all = List.copyOf(all);
    }
}
