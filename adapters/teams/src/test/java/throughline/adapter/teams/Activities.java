package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Teams sends, as its documentation shows it. The kind of a conversation is told by its id. */
final class Activities {
    static final String PERSONAL = "a:1ana";
    static final String GROUP = "19:group@thread.v2";
    static final String CHANNEL = "19:growth@thread.tacv2;messageid=1700";
    static final String BOT = "28:bot";
    static final String TENANT = "t1";

    private Activities() {}

    static ObjectNode message(String id, String conversation, String text) {
        return activity("message", id, conversation).put("text", text).put("textFormat", "plain");
    }

    static ObjectNode invoke(String id, String conversation, String name, JsonNode value) {
        ObjectNode invoke = activity("invoke", id, conversation).put("name", name);
        return invoke.set("value", value);
    }

    static ObjectNode activity(String type, String id, String conversation) {
        ObjectNode activity = Json.object()
                .put("type", type)
                .put("id", id)
                .put("channelId", "msteams")
                .put("serviceUrl", "https://smba.trafficmanager.net/emea/");
        activity.putObject("from").put("id", "29:ana").put("name", "Ana Lima").put("aadObjectId", "aad-ana");
        activity.putObject("recipient").put("id", BOT).put("name", "Throughline");
        activity.putObject("conversation")
                .put("id", conversation)
                .put("conversationType", kind(conversation))
                .put("tenantId", TENANT)
                .put("isGroup", !conversation.equals(PERSONAL));
        activity.putObject("channelData").putObject("tenant").put("id", TENANT);
        return activity;
    }

    private static String kind(String conversation) {
        return conversation.equals(PERSONAL) ? "personal" : conversation.equals(GROUP) ? "groupChat" : "channel";
    }

    /** The same, from somebody else. */
    static ObjectNode from(String person, ObjectNode activity) {
        activity.putObject("from").put("id", "29:" + person).put("name", person).put("aadObjectId", "aad-" + person);
        return activity;
    }

    /** With the bot's name in the text, as in a group or a channel. */
    static ObjectNode mentioning(ObjectNode message) {
        message.put("text", "<at>Throughline</at>\u00a0" + message.path("text").asText());
        ObjectNode mention = message.putArray("entities").addObject();
        mention.put("type", "mention").put("text", "<at>Throughline</at>");
        mention.putObject("mentioned").put("id", BOT).put("name", "Throughline");
        return message;
    }

    static ObjectNode execute(String verb, ObjectNode data) {
        ObjectNode value = Json.object().put("trigger", "manual");
        value.putObject("action")
                .put("type", "Action.Execute")
                .put("verb", verb)
                .set("data", data);
        return value;
    }

    static ObjectNode data(String value, String operation) {
        return Json.object().put("value", value).put("opId", operation);
    }
}
