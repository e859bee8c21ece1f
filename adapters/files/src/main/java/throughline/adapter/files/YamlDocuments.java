package throughline.adapter.files;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import throughline.core.data.Spot;
import throughline.core.interchange.Documents;
import throughline.core.interchange.Problem;

/** YAML 1.2 with the core schema: only null, true, false and numbers are more than text, so {@code on: no} is text. */
final class YamlDocuments implements Documents {
    private static final int MOST_CHARACTERS = 64 * 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    // The reader copies what it holds at each refill while one long text is read; few refills keep that cheap.
    private static final int REFILL = 1024 * 1024;

    @Override
    public Parsed yaml(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return broken(Spot.NOWHERE, "the file is longer than 64 million characters; split it");
        }
        String body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try {
            return parsed(body);
        } catch (Refused refused) {
            return broken(refused.spot(), refused.reason());
        } catch (MarkedYamlEngineException malformed) {
            return new Broken(List.of(Malformed.problem(malformed)));
        } catch (YamlEngineException unreadable) {
            return new Broken(List.of(Malformed.problem(unreadable, body)));
        }
    }

    private static Parsed parsed(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MOST_CHARACTERS)
                .setBufferSize(Math.max(1, Math.min(text.length(), REFILL)))
                .build();
        TreeBuilder tree = new TreeBuilder();
        for (Event event : new Parse(settings).parseString(text)) {
            tree.add(event);
        }
        return tree.root()
                .<Parsed>map(Tree::new)
                .orElseGet(
                        () -> broken(Spot.NOWHERE, "the file is empty; a roadmap file begins with “org: ” and a name"));
    }

    private static Parsed broken(Spot spot, String message) {
        return new Broken(List.of(new Problem(spot, "", message)));
    }
}
