package throughline.adapter.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message as the chat methods take it (docs.slack.dev, "chat.postMessage", "chat.postEphemeral", "chat.update"): parameters to their
 * values.
 */
record Said(Map<String, String> parameters) {
    /** Under which the id of a posting is found in a channel's history. */
    static final String EVENT = "throughline_posting";

    static Said in(String channel, Drawn drawn) {
        return new Said(Map.of(
                "channel",
                channel,
                "text",
                drawn.text(),
                "blocks",
                drawn.blocks().toString()));
    }

    Said in(Optional<String> thread) {
        return thread.map(ts -> with("thread_ts", ts)).orElse(this);
    }

    /** What one person alone sees. */
    Said to(String user) {
        return with("user", user);
    }

    /** What takes the place of an earlier message. */
    Said insteadOf(String ts) {
        return with("ts", ts);
    }

    /** With the id of its posting, and without pictures of what it links to. */
    Said marked(String posting) {
        ObjectNode metadata = Json.object().put("event_type", EVENT);
        metadata.putObject("event_payload").put("id", posting);
        return with("metadata", metadata.toString())
                .with("unfurl_links", "false")
                .with("unfurl_media", "false");
    }

    private Said with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Said(more);
    }

    String form() {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
