package throughline.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throughline.core.conversation.StoreUnavailable;

/**
 * Lets in what is known to be Slack's. Only what we have a use for gets to Bolt's parser, which logs what it does not know;
 * everything else is acknowledged and forgotten.
 */
final class Door {
    private static final Logger LOG = System.getLogger(Door.class.getName());
    private static final Set<String> EVENTS = Set.of("app_mention", "message");
    private static final Set<String> INTERACTIONS = Set.of("block_actions", "view_submission");

    private static final RequestHeaders NO_HEADERS = new RequestHeaders(Map.of());

    private final App app;
    private final SlackRequestParser parser;

    Door(App app) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
    }

    /** The body of a request, JSON or a form. */
    Response request(String body) {
        try {
            if (isEvent(body)) {
                return isOfUse(Json.read(body)) ? run(body, false) : Response.ok();
            }
            Map<String, String> form = Form.read(body);
            Optional<String> payload = Optional.ofNullable(form.get("payload"));
            if (payload.filter(json -> isOfUse(Json.read(json))).isPresent()) {
                return run(body, false);
            }
            if (payload.isEmpty() && isOurs(form.getOrDefault("command", ""))) {
                // The most frequent request, which Bolt's parser would look through four times to tell what it is.
                return answer(new SlashCommandRequest(body, Form.command(form), NO_HEADERS));
            }
            boolean isKnown = payload.isPresent() || form.containsKey("command") || form.containsKey("ssl_check");
            return isKnown ? Response.ok() : refused();
        } catch (Json.Malformed unreadable) {
            return refused();
        }
    }

    /** Whether it is of the Events API, which sends JSON; commands and interactions are forms. */
    static boolean isEvent(String body) {
        return body.stripLeading().startsWith("{");
    }

    /** The payload of an envelope in Socket Mode. */
    Response envelope(JsonNode payload) {
        return isOurs(payload.path("command").asText()) || isOfUse(payload)
                ? run(payload.toString(), true)
                : Response.ok();
    }

    private static boolean isOurs(String command) {
        return Workspace.COMMANDS.matcher(command).matches();
    }

    private static boolean isOfUse(JsonNode payload) {
        String type = payload.path("type").asText();
        JsonNode event = payload.path("event");
        return (type.equals("url_verification") && payload.path("challenge").isTextual())
                || INTERACTIONS.contains(type)
                || (type.equals("message_action")
                        && Workspace.SHORTCUTS.contains(
                                payload.path("callback_id").asText()))
                || (type.equals("event_callback")
                        && EVENTS.contains(event.path("type").asText())
                        && !event.hasNonNull("subtype"));
    }

    private Response run(String body, boolean socketMode) {
        Request<?> request;
        try {
            request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri("/slack/events")
                    .requestBody(body)
                    .queryString(Map.of())
                    .headers(NO_HEADERS)
                    .remoteAddress("")
                    .socketMode(socketMode)
                    .build());
        } catch (RuntimeException | StackOverflowError unreadable) {
            // Its message may quote what people wrote.
            LOG.log(Level.WARNING, "Slack sent what Slack''s library cannot read: {0}", unreadable.getClass());
            return refused();
        }
        return answer(request);
    }

    private Response answer(Request<?> request) {
        try {
            return app.run(request);
        } catch (StoreUnavailable away) {
            return Response.builder().statusCode(503).body("").build();
        } catch (Json.Malformed foreign) {
            return refused();
        } catch (Exception broken) {
            LOG.log(Level.ERROR, "Something from Slack could not be handled", nameless(broken));
            return Response.error(500);
        }
    }

    /** Where it broke, without a message that may quote what people wrote. */
    private static Exception nameless(Exception broken) {
        Exception nameless = new IllegalStateException(broken.getClass().getName());
        nameless.setStackTrace(broken.getStackTrace());
        return nameless;
    }

    private static Response refused() {
        return Response.builder().statusCode(400).body("").build();
    }
}
