package throughline.app.evaluation;

import java.util.List;
import throughline.core.question.Answer;

/** What the bot answered to a question about the roadmap, held against what was expected. */
record LookupResult(String organization, LookupQuestion question, Answer answer) {
    boolean hasRightIntent() {
        return intent().equals(question.intent());
    }

    /** Whether the first entity is the expected one; none, where none is expected. */
    boolean hasRightEntity() {
        return answer.entities().stream().limit(1).toList().equals(question.entity());
    }

    boolean isTakenForOffTopic() {
        return LookupQuestion.isOffTopic(intent());
    }

    boolean isMiss() {
        return !hasRightIntent() || !hasRightEntity();
    }

    /** The question, what was expected and what came, on one line. */
    String told() {
        return String.join(
                " | ",
                organization,
                question.text(),
                "expected " + told(question.intent(), question.entity()),
                "got " + told(intent(), answer.entities()));
    }

    private String intent() {
        return answer.intent().written();
    }

    private static String told(String intent, List<String> entities) {
        return entities.isEmpty() ? intent : intent + " " + String.join(", ", entities);
    }
}
