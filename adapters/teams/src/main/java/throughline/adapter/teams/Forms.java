package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Tells cards with something to fill in from others. */
final class Forms {
    private static final String INPUT = "Input.";

    private Forms() {}

    static boolean isForm(Optional<JsonNode> card) {
        return card.filter(json -> json.findValuesAsText("type").stream().anyMatch(type -> type.startsWith(INPUT)))
                .isPresent();
    }
}
