package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throughline.core.people.Account;

/** An activity as it came in (Bot Framework's Activity schema); whatever is missing reads as "". */
record Arrival(JsonNode json) {
    private static final int LARGEST = 1 << 20;
    private static final String MESSAGE_ID = ";messageid=";

    /** @throws Refused if it is no activity */
    static Arrival read(byte[] body) {
        try {
            JsonNode json = body.length > LARGEST ? Json.object() : Json.read(body);
            if (json.isObject() && json.path("type").isTextual()) {
                return new Arrival(json);
            }
        } catch (IOException malformed) {
            // As any other thing that is no activity: what is in it is nobody's business.
        }
        throw Refused.malformed("no activity");
    }

    String type() {
        return text("/type");
    }

    String name() {
        return text("/name");
    }

    String id() {
        return text("/id");
    }

    String channelId() {
        return text("/channelId");
    }

    String serviceUrl() {
        return text("/serviceUrl");
    }

    String bot() {
        return text("/recipient/id");
    }

    /** Who sent it, unless the bot itself did: people are told by their id in the directory, which is the same everywhere. */
    Optional<Account> sender() {
        String inDirectory = text("/from/aadObjectId");
        return Optional.of(inDirectory.isBlank() ? text("/from/id") : inDirectory)
                .filter(id -> !id.isBlank() && !text("/from/id").equals(bot()))
                .map(id -> new Account(Address.PLATFORM, id));
    }

    /** A person, as the directory knows it, rather than something that installs apps. */
    boolean isFromPerson() {
        return !text("/from/aadObjectId").isBlank();
    }

    /** The tenants that it says it is from. */
    List<String> tenants() {
        return Stream.of(text("/conversation/tenantId"), text("/channelData/tenant/id"))
                .filter(tenant -> !tenant.isBlank())
                .toList();
    }

    /** The conversation's id without the message that a thread hangs on. */
    String conversation() {
        String id = text("/conversation/id");
        int end = id.indexOf(MESSAGE_ID);
        return end < 0 ? id : id.substring(0, end);
    }

    Optional<String> thread() {
        String id = text("/conversation/id");
        int end = id.indexOf(MESSAGE_ID);
        return end < 0 ? Optional.empty() : Optional.of(id.substring(end + MESSAGE_ID.length()));
    }

    String conversationType() {
        String type = text("/conversation/conversationType");
        return type.isEmpty() ? (json.at("/conversation/isGroup").asBoolean() ? "groupChat" : "personal") : type;
    }

    boolean isPersonal() {
        return conversationType().equals("personal");
    }

    JsonNode value() {
        return json.path("value");
    }

    String text(String pointer) {
        JsonNode found = json.at(pointer);
        return found.isValueNode() && !found.isNull() ? found.asText() : "";
    }
}
