package throughline.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import throughline.core.conversation.Place;

/**
 * What a modal asked, and where: its metadata, which comes back with what was filled in and which only the app sees.
 *
 * @param url where answers go; "" if there is none
 * @param message as in {@link throughline.core.conversation.Input.Tapped}
 */
record Asked(Place place, String url, String message, String action, String value) {
    /** Slack's limit. */
    private static final int LONGEST = 3000;

    Asked(Place place, String url, String message, Drawn.Form form) {
        this(place, url, message, form.action(), form.value());
    }

    /** Empty if it does not fit. */
    Optional<String> metadata() {
        String written = Json.object()
                .put("c", place.channel())
                .put("t", place.thread().orElse(""))
                .put("r", place.reach().name())
                .put("u", url)
                .put("m", message)
                .put("a", action)
                .put("v", value)
                .toString();
        return written.length() <= LONGEST ? Optional.of(written) : Optional.empty();
    }

    /** @throws Json.Malformed if we did not write it */
    static Asked read(String metadata) {
        JsonNode json = Json.read(metadata);
        try {
            Place place = new Place(
                    AccountIds.PLATFORM,
                    json.path("c").asText(),
                    Optional.of(json.path("t").asText()).filter(thread -> !thread.isEmpty()),
                    Place.Reach.valueOf(json.path("r").asText()));
            return new Asked(
                    place,
                    json.path("u").asText(),
                    json.path("m").asText(),
                    json.path("a").asText(),
                    json.path("v").asText());
        } catch (IllegalArgumentException foreign) {
            throw new Json.Malformed();
        }
    }

    boolean asksFor(Drawn.Form form) {
        return form.action().equals(action) && form.value().equals(value);
    }
}
