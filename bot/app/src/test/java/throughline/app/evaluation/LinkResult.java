package throughline.app.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import throughline.core.question.Answer;
import throughline.core.question.Line;
import throughline.core.roadmap.ItemId;

/** What the bot answered to a new request, held against what was expected. */
record LinkResult(String organization, LinkQuestion question, Answer answer) {
    /** Whether one of its best candidates is expected, however sure the bot is. */
    boolean isAmongBest(int most) {
        return line().candidates().stream()
                .limit(most)
                .anyMatch(candidate -> question.expected().contains(id(candidate.objective())));
    }

    /** Whether the best key result of its best candidate is expected. */
    boolean hasRightKeyResult() {
        return line().candidates().stream()
                .limit(1)
                .flatMap(best -> best.keyResults().stream().limit(1))
                .anyMatch(keyResult -> question.keyResults().contains(id(keyResult)));
    }

    /** Whether it drew a line, and to an expected objective. */
    boolean isRightlyDrawn() {
        return line().basis() != Line.Basis.NONE
                && line().objective()
                        .filter(drawn -> question.expected().contains(id(drawn)))
                        .isPresent();
    }

    /** Whether it said that it draws no line; an answer to another question is no silence. */
    boolean isSilent() {
        return answer.line().filter(drawn -> drawn.basis() == Line.Basis.NONE).isPresent();
    }

    boolean isMiss() {
        return question.hasLine() ? !isRightlyDrawn() : !isSilent();
    }

    /** How sure it is of its best candidate, from 0 to 1. */
    double confidence() {
        return line().candidates().stream()
                .limit(1)
                .mapToDouble(Line.Candidate::confidence)
                .sum();
    }

    /** The question, what was expected and what came, on one line. */
    String told() {
        return String.join(
                " | ",
                organization,
                question.text(),
                "expected " + (question.hasLine() ? String.join(" or ", question.expected()) : "no line"),
                "got " + got(),
                String.format(Locale.ROOT, "confidence %.2f", confidence()));
    }

    private String got() {
        if (answer.line().isEmpty()) {
            return answer.intent().written();
        }
        String candidates = line().candidates().stream()
                .map(candidate -> id(candidate.objective()))
                .collect(Collectors.joining(", "));
        return line().basis() == Line.Basis.NONE
                ? List.of("no line", candidates).stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; candidates "))
                : candidates;
    }

    private Line line() {
        return answer.line().orElse(Line.none());
    }

    private static String id(ItemId id) {
        return id.text();
    }
}
