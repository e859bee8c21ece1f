package throughline.adapter.redis;

import java.util.Arrays;
import throughline.core.roadmap.Shape;

/** Constants by their written names. */
final class Choices {
    private Choices() {}

    static <E extends Enum<E>> E read(Class<E> choices, String key, Stored from) {
        String written = from.text(key);
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> Shape.written(choice).equals(written))
                .findFirst()
                .orElseThrow(() -> new Unreadable("“" + key + "” of a stored “" + from.kind() + "” is “" + written
                        + "”, which this bot does not know: start the bot that wrote it, or a newer one"));
    }
}
