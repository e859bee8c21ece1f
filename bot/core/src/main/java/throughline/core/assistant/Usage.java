package throughline.core.assistant;

import java.util.List;
import throughline.core.question.Intent;

/**
 * How a command is called and what it does; help, manifests and docs are made from this.
 *
 * @param verb as in {@code /roadmap verb}
 * @param aliases other words for it
 * @param arguments what may follow, such as {@code <name or id>}
 * @param help one sentence without a full stop
 */
public record Usage(String verb, List<String> aliases, String arguments, String help, Intent intent) {
    public static Usage of(String verb, String arguments, String help, Intent intent) {
        return new Usage(verb, List.of(), arguments, help, intent);
    }

    public Usage or(String... others) {
        return new Usage(verb, List.of(others), arguments, help, intent);
    }

    boolean answersTo(String word) {
        return verb.equalsIgnoreCase(word) || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(word));
    }

    /** "/roadmap team Growth" as it would be typed. */
    public String typed() {
        return "/roadmap " + verb + (arguments.isEmpty() ? "" : " " + arguments);
    }
}
