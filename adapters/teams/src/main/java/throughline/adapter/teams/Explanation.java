package throughline.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads why the connector refused something. */
final class Explanation {
    private static final List<String> PLACES =
            List.of("/subCode", "/error/subCode", "/error/innererror/code", "/error/code");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,80}");

    private Explanation() {}

    /** The platform's word for it, the most special one; "" if it has none. */
    static String code(byte[] body) {
        try {
            JsonNode told = Json.read(body);
            return PLACES.stream()
                    .map(place -> told.at(place).asText())
                    .filter(code -> CODE.matcher(code).matches())
                    .findFirst()
                    .orElse("");
        } catch (IOException otherThanJson) {
            return "";
        }
    }
}
