package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a conversation is reached.
 *
 * @param serviceUrl the connector that serves it
 * @param conversation its id; with ";messageid=…" a thread in it
 * @param bot what the bot is called there
 * @param tenant "" if it was not told
 */
record Address(String serviceUrl, String conversation, String bot, String tenant) {
    static final String PLATFORM = "teams";

    static Address of(Arrival arrival) {
        String tenant = arrival.tenants().stream().findFirst().orElse("");
        return new Address(arrival.serviceUrl(), arrival.conversation(), arrival.bot(), tenant);
    }

    static Address read(String written) {
        JsonNode json = Json.own(written);
        return new Address(
                json.path("serviceUrl").asText(),
                json.path("conversation").asText(),
                json.path("bot").asText(),
                json.path("tenant").asText());
    }

    String written() {
        return Json.object()
                .put("serviceUrl", serviceUrl)
                .put("conversation", conversation)
                .put("bot", bot)
                .put("tenant", tenant)
                .toString();
    }

    Address to(String other) {
        return new Address(serviceUrl, other, bot, tenant);
    }

    Address inThread(String message) {
        return to(conversation + ";messageid=" + message);
    }
}
