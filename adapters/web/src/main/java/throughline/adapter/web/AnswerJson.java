package throughline.adapter.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import throughline.core.question.Answer;
import throughline.core.question.Line;
import throughline.core.roadmap.ItemId;

/** What an answer says, for scripts. */
final class AnswerJson {
    private AnswerJson() {}

    static ObjectNode of(Answer answer) {
        ObjectNode written = Json.object().put("intent", answer.intent().written());
        written.set("entities", Json.texts(answer.entities()));
        answer.line().ifPresent(line -> written.set("line", line(line)));
        return written;
    }

    private static ObjectNode line(Line line) {
        return Json.object()
                .put("objective", line.objective().map(ItemId::text).orElse(null))
                .<ObjectNode>set("keyResults", ids(line.keyResults()))
                .put("basis", Words.of(line.basis()))
                .put("confidence", line.confidence())
                .set(
                        "candidates",
                        Json.array(line.candidates().stream()
                                .map(AnswerJson::candidate)
                                .toList()));
    }

    private static ObjectNode candidate(Line.Candidate candidate) {
        return Json.object()
                .put("objective", candidate.objective().text())
                .<ObjectNode>set("keyResults", ids(candidate.keyResults()))
                .put("confidence", candidate.confidence());
    }

    private static ArrayNode ids(List<ItemId> ids) {
        return Json.texts(ids.stream().map(ItemId::text).toList());
    }
}
