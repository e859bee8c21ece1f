package throughline.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import java.util.Set;

/** A payload as Socket Mode sends it. */
record Envelope(String id, JsonNode payload, boolean takesResponse) {
    private static final Set<String> TYPES = Set.of("events_api", "slash_commands", "interactive");

    /** Empty for greetings and other messages that need no answer. */
    static Optional<Envelope> read(String message) {
        try {
            JsonNode json = Json.read(message);
            return TYPES.contains(json.path("type").asText())
                    ? Optional.of(new Envelope(
                            json.path("envelope_id").asText(),
                            json.path("payload"),
                            json.path("accepts_response_payload").asBoolean()))
                    : Optional.empty();
        } catch (Json.Malformed unreadable) {
            return Optional.empty();
        }
    }

    /** What to send back; empty if Slack is to send it again. */
    Optional<String> acknowledged(Response response) {
        if (response.getStatusCode() >= 500) {
            return Optional.empty();
        }
        ObjectNode acknowledgement = Json.object().put("envelope_id", id);
        String body = response.getBody();
        if (takesResponse && response.getStatusCode() == 200 && body != null && body.startsWith("{")) {
            acknowledgement.set("payload", Json.read(body));
        }
        return Optional.of(acknowledgement.toString());
    }
}
