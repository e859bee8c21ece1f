package throughline.adapter.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A form as browsers send it. */
final class Form {
    private Form() {}

    /** @throws Json.Malformed if it is not one */
    static Map<String, String> read(String body) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
            return fields;
        } catch (IllegalArgumentException malformed) {
            throw new Json.Malformed();
        }
    }

    /** A command (docs.slack.dev, "Slash commands": the body of the request). */
    static SlashCommandPayload command(Map<String, String> form) {
        SlashCommandPayload command = new SlashCommandPayload();
        command.setApiAppId(form.get("api_app_id"));
        command.setTeamId(form.get("team_id"));
        command.setTeamDomain(form.get("team_domain"));
        command.setEnterpriseId(form.get("enterprise_id"));
        command.setChannelId(form.get("channel_id"));
        command.setChannelName(form.get("channel_name"));
        command.setUserId(form.get("user_id"));
        command.setUserName(form.get("user_name"));
        command.setCommand(form.get("command"));
        command.setText(form.getOrDefault("text", ""));
        command.setResponseUrl(form.get("response_url"));
        command.setTriggerId(form.get("trigger_id"));
        return command;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
