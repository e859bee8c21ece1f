package throughline.core.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.roadmap.ItemId;
import throughline.core.roadmap.Values;

/** What comes of what somebody says at a step. */
public sealed interface Outcome {
    /**
     * It goes on, or the same is asked again.
     *
     * @param note what to say first, if something is
     * @param problems the id of a field to what is wrong with it
     * @param typed what was filled in, to be shown again
     */
    record On(Intake state, Optional<String> note, Map<String, String> problems, Map<String, List<String>> typed)
            implements Outcome {
        public On {
            problems = Map.copyOf(problems);
            typed = Map.copyOf(typed);
        }

        On(Intake state, Optional<String> note) {
            this(state, note, Map.of(), Map.of());
        }
    }

    /** Its author leaves it; nothing is filed. */
    record Left(Intake state) implements Outcome {}

    /** It is filed, with these values. */
    record Filed(Session session, Told told, Values values) implements Outcome {}

    /** Its author joins something that is there. */
    record Joined(Session session, ItemId with, Told told) implements Outcome {}

    static Outcome on(Intake state) {
        return new On(state, Optional.empty());
    }

    static Outcome on(Intake state, Optional<String> note) {
        return new On(state, note);
    }

    /** Asks for the same again, with what is wrong in the form. */
    static Outcome wrong(Intake state, Map<String, String> problems, Heard heard) {
        return new On(state, Optional.empty(), problems, heard.inputs());
    }
}
