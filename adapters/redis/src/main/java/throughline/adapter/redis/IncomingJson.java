package throughline.adapter.redis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import throughline.core.conversation.Incoming;
import throughline.core.conversation.Input;
import throughline.core.conversation.Speaker;
import throughline.core.data.Datum;
import throughline.core.roadmap.Shape;

/** Something that came in, as stored. */
final class IncomingJson {
    static final String KIND = "incoming";
    private static final String SAID = "said";
    private static final String TAPPED = "tapped";
    /** Version 2 has the standing and the return path. */
    private static final int VERSION = 2;

    private static final int INPUT_VERSION = 1;

    private IncomingJson() {}

    static String write(Incoming incoming) {
        return Json.write(Stored.begin(KIND, VERSION)
                .put("delivery", incoming.delivery())
                .put("from", PersonJson.write(incoming.account()))
                .put("name", incoming.from().name())
                .put("standing", Shape.written(incoming.from().standing()))
                .put("place", PlaceJson.write(incoming.place()))
                .put("input", write(incoming.input()))
                .put("return_path", incoming.returnPath())
                .done());
    }

    static Incoming read(String text) {
        Stored from = Stored.open(Json.read(text), KIND, VERSION);
        return new Incoming(
                from.text("delivery"),
                speaker(from),
                PlaceJson.read(from.datum("place")),
                input(from.datum("input")),
                from.find("return_path").orElse(""));
    }

    private static Speaker speaker(Stored from) {
        Speaker.Standing standing = from.find("standing").isPresent()
                ? Choices.read(Speaker.Standing.class, "standing", from)
                : Speaker.Standing.MEMBER;
        return new Speaker(PersonJson.account(from.datum("from")), from.text("name"), standing);
    }

    private static Datum.Mapping write(Input input) {
        if (input instanceof Input.Said said) {
            return Stored.begin(SAID, INPUT_VERSION)
                    .put("text", said.text())
                    .put("manner", Shape.written(said.manner()))
                    .done();
        }
        Input.Tapped tapped = (Input.Tapped) input;
        return Stored.begin(TAPPED, INPUT_VERSION)
                .put("action", tapped.action())
                .put("value", tapped.value())
                .put("message", tapped.message())
                .put("inputs", write(tapped.inputs()))
                .done();
    }

    private static Datum.Mapping write(Map<String, List<String>> inputs) {
        Datum.Writer to = Datum.mapping();
        new TreeMap<>(inputs)
                .forEach((field, values) -> to.put(
                        field, Datum.list(values.stream().map(Datum::text).toList())));
        return to.done();
    }

    private static Input input(Datum datum) {
        String kind = Stored.kindOf(datum);
        if (kind.equals(SAID)) {
            Stored from = Stored.open(datum, SAID, INPUT_VERSION);
            return new Input.Said(from.text("text"), Choices.read(Input.Manner.class, "manner", from));
        }
        Stored from = Stored.open(datum, TAPPED, INPUT_VERSION);
        return new Input.Tapped(from.text("action"), from.text("value"), from.text("message"), inputs(from));
    }

    private static Map<String, List<String>> inputs(Stored from) {
        if (!(from.datum("inputs") instanceof Datum.Mapping fields)) {
            throw new Unreadable("the inputs of a stored “" + TAPPED + "” are no group of keys");
        }
        Stored inputs = new Stored(TAPPED, fields);
        return fields.entries().keySet().stream()
                .map(Datum.Scalar::text)
                .collect(Collectors.toMap(field -> field, field -> values(field, inputs)));
    }

    private static List<String> values(String field, Stored inputs) {
        return inputs.list(field).stream()
                .map(value -> value instanceof Datum.Scalar scalar ? scalar.text() : value.noun())
                .toList();
    }
}
