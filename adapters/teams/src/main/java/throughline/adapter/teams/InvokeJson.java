package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Responses to invokes (Universal Actions for Adaptive Cards; Dialogs in Teams). */
final class InvokeJson {
    private static final int OK = 200;
    private static final String TITLE = "Throughline";

    private InvokeJson() {}

    /** A line that Teams shows for a moment. */
    static ObjectNode toast(Invokes.Said said) {
        return Json.object()
                .put("statusCode", OK)
                .put("type", "application/vnd.microsoft.activity.message")
                .put("value", said.line());
    }

    /** What a dialog shows: the next form, or a line. */
    static ObjectNode dialog(Invokes.Said said) {
        return said.form().map(InvokeJson::form).orElseGet(() -> line(said.line()));
    }

    private static ObjectNode line(String line) {
        ObjectNode response = Json.object();
        response.putObject("task").put("type", "message").put("value", line);
        return response;
    }

    /** In a dialog only {@code Action.Submit} sends anything, with the verb among its data (Teams, "Invoke and dismiss dialogs"). */
    static ObjectNode form(JsonNode drawn) {
        JsonNode card = drawn.deepCopy();
        for (JsonNode holder : card.findParents("verb")) {
            ObjectNode action = (ObjectNode) holder;
            JsonNode verb = action.remove("verb");
            action.put("type", "Action.Submit").withObject("/data").set("verb", verb);
        }
        ObjectNode response = Json.object();
        ObjectNode value = response.putObject("task").put("type", "continue").putObject("value");
        value.put("title", TITLE).put("width", "medium").put("height", "medium");
        value.putObject("card").put("contentType", ConnectorCourier.CARD).set("content", card);
        return response;
    }
}
