package throughline.adapter.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** What Slack sends, after the payloads in its documentation. */
final class Payloads {
    private Payloads() {}

    static Map<String, String> command(String text, String trigger, String hook) {
        return new HashMap<>(Map.of(
                "command", "/roadmap",
                "text", text,
                "team_id", "T1",
                "user_id", "U1",
                "user_name", "ana",
                "channel_id", "C1",
                "channel_name", "growth",
                "trigger_id", trigger,
                "response_url", hook));
    }

    /** An event around {@code event}. */
    static ObjectNode event(String id, ObjectNode event) {
        ObjectNode outer = Json.object()
                .put("token", "t")
                .put("team_id", "T1")
                .put("api_app_id", "A1")
                .put("type", "event_callback")
                .put("event_id", id)
                .put("event_time", 1763632800)
                .put("is_ext_shared_channel", false);
        outer.putArray("authorizations")
                .addObject()
                .put("team_id", "T1")
                .put("user_id", "UBOT")
                .put("is_bot", true);
        outer.set("event", event);
        return outer;
    }

    static ObjectNode mention(String text) {
        return Json.object()
                .put("type", "app_mention")
                .put("user", "U1")
                .put("text", text)
                .put("ts", "1763632800.000100")
                .put("channel", "C1")
                .put("event_ts", "1763632800.000100");
    }

    static ObjectNode message(String text) {
        return Json.object()
                .put("type", "message")
                .put("channel_type", "im")
                .put("user", "U1")
                .put("text", text)
                .put("ts", "1763632800.000200")
                .put("channel", "D1")
                .put("event_ts", "1763632800.000200");
    }

    static ObjectNode tap(String actionId, String value, String trigger, String hook) {
        ObjectNode tap = Json.object()
                .put("type", "block_actions")
                .put("trigger_id", trigger)
                .put("response_url", hook);
        tap.putObject("user")
                .put("id", "U1")
                .put("username", "ana")
                .put("name", "ana")
                .put("team_id", "T1");
        tap.putObject("team").put("id", "T1").put("domain", "acme");
        tap.putObject("channel").put("id", "C1").put("name", "growth");
        tap.putObject("container")
                .put("type", "message")
                .put("message_ts", "1763632800.000300")
                .put("channel_id", "C1")
                .put("is_ephemeral", false);
        tap.putObject("message").put("type", "message").put("ts", "1763632800.000300");
        tap.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", actionId)
                .put("block_id", "b1")
                .put("value", value)
                .put("action_ts", "1763632801.000000");
        return tap;
    }

    static ObjectNode shortcut(String callback, String text, String trigger, String hook) {
        ObjectNode shortcut = Json.object()
                .put("type", "message_action")
                .put("callback_id", callback)
                .put("trigger_id", trigger)
                .put("message_ts", "1763632800.000300")
                .put("response_url", hook);
        shortcut.putObject("user").put("id", "U1").put("name", "ana").put("team_id", "T1");
        shortcut.putObject("team").put("id", "T1").put("domain", "acme");
        shortcut.putObject("channel").put("id", "C1").put("name", "growth");
        shortcut.putObject("message")
                .put("type", "message")
                .put("user", "U2")
                .put("ts", "1763632800.000300")
                .put("thread_ts", "1763632800.000100")
                .put("text", text);
        return shortcut;
    }

    static ObjectNode submission(String metadata, String field, String filledIn) {
        ObjectNode submission = Json.object().put("type", "view_submission").put("trigger_id", "trig2");
        submission
                .putObject("user")
                .put("id", "U1")
                .put("username", "ana")
                .put("name", "ana")
                .put("team_id", "T1");
        submission.putObject("team").put("id", "T1").put("domain", "acme");
        ObjectNode view = submission.putObject("view");
        view.put("id", "V1")
                .put("hash", "h1")
                .put("type", "modal")
                .put("callback_id", "form")
                .put("private_metadata", metadata);
        view.withObject("/state/values/" + field + "/" + field)
                .put("type", "plain_text_input")
                .put("value", filledIn);
        submission.putArray("response_urls");
        return submission;
    }
}
