package throughline.adapter.teams;

import java.util.Set;

/**
 * Teams sends what was filled in beside what the button carries, in one object: an input whose id is one of ours would replace it. Such
 * an input gets another id on the way out, and its own back on the way in.
 */
final class InputIds {
    /** What our buttons carry, and what Teams puts there. */
    static final Set<String> OURS = Set.of("verb", "value", "opId", "choices", "msteams");

    private static final String BESIDE = "field.";

    private InputIds() {}

    static String drawn(String field) {
        return OURS.contains(field) ? BESIDE + field : field;
    }

    static String heard(String id) {
        return id.startsWith(BESIDE) && OURS.contains(id.substring(BESIDE.length()))
                ? id.substring(BESIDE.length())
                : id;
    }
}
