package throughline.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * Where Slack wants the answer to something.
 *
 * @param url takes five answers within thirty minutes; "" if there is none
 * @param trigger opens a modal within three seconds; "" if there is none
 * @param view the modal that it came from, which shows the next form; "" if it came from none
 */
record ReturnPath(String url, String trigger, String view, Instant since) {
    static final ReturnPath NONE = new ReturnPath("", "", "", Instant.EPOCH);

    private static final Duration URL_LIVES = Duration.ofMinutes(29);
    private static final Duration TRIGGER_LIVES = Duration.ofSeconds(3);

    boolean takesAnswers(Instant now) {
        return !url.isEmpty() && now.isBefore(since.plus(URL_LIVES));
    }

    boolean opensModals(Instant now) {
        return !trigger.isEmpty() && now.isBefore(since.plus(TRIGGER_LIVES));
    }

    String written() {
        return Json.object()
                .put("u", url)
                .put("t", trigger)
                .put("w", view)
                .put("s", since.toEpochMilli())
                .toString();
    }

    static ReturnPath read(String written) {
        JsonNode json = Json.read(written);
        return new ReturnPath(
                json.path("u").asText(),
                json.path("t").asText(),
                json.path("w").asText(),
                Instant.ofEpochMilli(json.path("s").asLong()));
    }
}
