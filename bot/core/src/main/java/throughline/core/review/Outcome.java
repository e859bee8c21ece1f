package throughline.core.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import throughline.core.roadmap.Finding;

/** What comes of what somebody says at a step. */
public sealed interface Outcome {
    /**
     * It goes on, or the same is asked again.
     *
     * @param note what to say first, if something is
     * @param problems the id of a field to what is wrong with it
     * @param typed what was filled in, to be shown again
     */
    record On(Walk state, Optional<String> note, Map<String, String> problems, Map<String, List<String>> typed)
            implements Outcome {
        public On {
            problems = Map.copyOf(problems);
            typed = Map.copyOf(typed);
        }

        public On(Walk state, Optional<String> note) {
            this(state, note, Map.of(), Map.of());
        }
    }

    /**
     * Something is found of an initiative.
     *
     * @param from the step that it was found at
     * @param isInstead whether it takes the place of what was found before
     */
    record Found(Walk from, Finding finding, boolean isInstead) implements Outcome {}

    /** It is left for now; what was found stays. */
    record Paused(Walk state) implements Outcome {}

    /** Its author wants to be reminded. */
    record Reminded(Walk state, String when) implements Outcome {}

    /** All is reviewed and it is closed. */
    record Closed(Walk state) implements Outcome {}
}
