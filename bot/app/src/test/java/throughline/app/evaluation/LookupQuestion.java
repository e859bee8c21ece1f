package throughline.app.evaluation;

import java.util.List;

/**
 * A question about what is on the roadmap, or about nothing that the bot knows.
 *
 * @param intent as {@link throughline.core.question.Intent#written} tells it
 * @param entity the one that it is about; empty if it is about none
 */
record LookupQuestion(String text, String intent, List<String> entity) {
    private static final String OFF_TOPIC = "out_of_scope";

    static boolean isOffTopic(String intent) {
        return intent.equals(OFF_TOPIC);
    }

    boolean isOffTopic() {
        return isOffTopic(intent);
    }
}
