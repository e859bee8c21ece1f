package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Place;
import throughline.core.conversation.Place.Reach;
import throughline.core.conversation.Speaker;
import throughline.core.people.Account;

/** The only mapper from what Teams sends to what the bot hears. */
final class Hearing {
    /** What a button of ours carries beside the inputs; {@code choices} names the fields whose values are lists. */
    private static final int LONGEST_OPERATION = 100;

    /** The action on messages, and the command that it gives. */
    static final String REQUEST = "request";

    private static final String ON_MESSAGES = "composeExtension/";

    private Hearing() {}

    /** Something written; a card's button that comes as a message is a tap. */
    static Incoming message(Arrival message, Account sender) {
        if (message.value().isObject() && message.value().has("verb")) {
            return tap(message, sender, message.value(), "");
        }
        return incoming(unique(message), message, sender, Wording.heard(message), "");
    }

    /**
     * A tap on a button, or a form that was sent. Teams may send it again under another id, so ours tells which it is, together with what the
     * button says: a message that is said anew may have another one in its place.
     */
    static Incoming tap(Arrival arrival, Account sender, JsonNode data, String returnPath) {
        Map<String, List<String>> inputs = inputs(data);
        String operation = data.path("opId").asText();
        String message = operation.contains("#") ? operation.substring(0, operation.indexOf('#')) : operation;
        Input.Tapped tapped =
                new Input.Tapped(data.path("verb").asText(), data.path("value").asText(), message, inputs);
        String delivery = operation.isEmpty()
                ? unique(arrival)
                : String.join(
                        "|",
                        Address.PLATFORM,
                        shortened(String.join(" ", operation, tapped.action(), tapped.value())),
                        sender.id(),
                        digest(inputs));
        return incoming(delivery, arrival, sender, tapped, returnPath);
    }

    /** What a button carries, with its inputs: {@code Action.Execute} has them in its action's data. */
    static JsonNode data(Arrival invoke) {
        JsonNode action = invoke.value().path("action");
        if (action.isObject()) {
            JsonNode data = action.path("data");
            return data.isObject()
                    ? ((ObjectNode) data.deepCopy()).set("verb", action.path("verb"))
                    : Json.object().set("verb", action.path("verb"));
        }
        return invoke.value().path("data");
    }

    /** An action on a message: what is asked for is what the message says. */
    static Incoming request(Arrival arrival, Account sender, String returnPath) {
        String text = Wording.plain(arrival.text("/value/messagePayload/body/content"));
        Input.Said said = new Input.Said((REQUEST + " " + text).strip(), Input.Manner.COMMAND);
        return incoming(unique(arrival), arrival, sender, said, returnPath);
    }

    /** The first thing that is said to who brought the bot here. */
    static Incoming greeting(Arrival arrival, Account sender) {
        return incoming(
                String.join("|", Address.PLATFORM, "greeting", arrival.conversation()),
                arrival,
                sender,
                new Input.Said("help", Input.Manner.OPEN),
                "");
    }

    private static Incoming incoming(String delivery, Arrival arrival, Account sender, Input input, String returnPath) {
        String name = Optional.of(arrival.text("/from/name"))
                .filter(told -> !told.isBlank())
                .orElse("Somebody in Teams");
        return new Incoming(delivery, Speaker.member(sender, name), place(arrival), input, returnPath);
    }

    private static Place place(Arrival arrival) {
        // What is said in a thread is everybody's there; a request that is made of one of its messages is one person's.
        Optional<String> thread =
                arrival.thread().filter(message -> !arrival.name().startsWith(ON_MESSAGES));
        return new Place(Address.PLATFORM, arrival.conversation(), thread, reach(arrival));
    }

    private static Reach reach(Arrival arrival) {
        if (arrival.isPersonal()) {
            return Reach.DIRECT;
        }
        boolean shared = arrival.text("/channelData/channel/type").equalsIgnoreCase("shared");
        return shared ? Reach.EXTERNAL : Reach.INTERNAL;
    }

    /** Ids of activities count inside their conversation only. */
    private static String unique(Arrival arrival) {
        if (arrival.id().isBlank()) {
            throw Refused.malformed("no id");
        }
        return String.join("|", Address.PLATFORM, arrival.text("/conversation/id"), arrival.id());
    }

    private static Map<String, List<String>> inputs(JsonNode data) {
        Set<String> choices = new HashSet<>();
        data.path("choices").forEach(field -> choices.add(field.asText()));
        Map<String, List<String>> inputs = new TreeMap<>();
        data.properties().stream()
                .filter(entry -> !InputIds.OURS.contains(entry.getKey())
                        && entry.getValue().isValueNode())
                .forEach(entry -> inputs.put(InputIds.heard(entry.getKey()), values(entry, choices)));
        return inputs;
    }

    /** Several choices come as one text, with commas between them. */
    private static List<String> values(Map.Entry<String, JsonNode> field, Set<String> choices) {
        String text = field.getValue().isNull() ? "" : field.getValue().asText();
        return choices.contains(field.getKey())
                ? Arrays.stream(text.split(",", -1))
                        .filter(choice -> !choice.isBlank())
                        .toList()
                : List.of(text);
    }

    /** A form that was opened from a form carries the ids of both. */
    private static String shortened(String operation) {
        return operation.length() > LONGEST_OPERATION ? Digest.of(operation) : operation;
    }

    private static String digest(Map<String, List<String>> inputs) {
        return inputs.isEmpty() ? "" : Digest.of(new TreeMap<>(inputs).toString());
    }
}
