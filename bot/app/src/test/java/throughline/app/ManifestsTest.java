package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import throughline.core.assistant.Assistant;
import throughline.core.assistant.Usage;
import throughline.core.question.NoPhrasing;
import throughline.core.question.WordLanguage;
import throughline.core.question.WordRecall;

/** What the platforms show of the commands before anybody asks is what the bot understands. */
class ManifestsTest {
    /** Teams shows no more than these. */
    private static final int MOST_COMMANDS = 10;

    private static final int LONGEST_DESCRIPTION_IN_SLACK = 139;
    private static final int LONGEST_SHORTCUT_IN_SLACK = 24;
    private static final int LONGEST_SHORTCUT_DESCRIPTION_IN_SLACK = 150;
    private static final String REQUEST = "request";
    private static final Set<String> MOST_USEFUL = Set.of("now", "which-okr", "team", "help");

    private final Map<String, Usage> usages = new Assistant(new WordLanguage(), new WordRecall(), new NoPhrasing())
            .usages().stream().collect(Collectors.toMap(Usage::verb, Function.identity()));

    @Test
    void teams_tells_each_command_as_help_does() throws IOException {
        for (Map<String, Object> list : commandLists()) {
            for (Map<String, Object> command : maps(list.get("commands"))) {
                Usage usage = usages.get(command.get("title"));
                assertTrue(usage != null, () -> "no command is called " + command.get("title"));
                assertEquals(usage.help(), command.get("description"), usage.verb());
            }
        }
    }

    @Test
    void teams_names_the_most_useful_commands_in_every_scope() throws IOException {
        for (Map<String, Object> list : commandLists()) {
            Set<Object> titles = maps(list.get("commands")).stream()
                    .map(command -> command.get("title"))
                    .collect(Collectors.toSet());
            assertTrue(titles.containsAll(MOST_USEFUL), () -> list.get("scopes") + " lacks some of " + MOST_USEFUL);
            assertTrue(titles.size() <= MOST_COMMANDS, () -> list.get("scopes") + " has too many commands");
        }
        Set<Object> scopes = commandLists().stream()
                .flatMap(list -> ((List<?>) list.get("scopes")).stream())
                .collect(Collectors.toSet());
        assertEquals(Set.of("personal", "team", "groupChat"), scopes);
    }

    @Test
    void slack_hints_at_commands_as_they_are_typed() throws IOException {
        Set<String> typed = usages.values().stream()
                .map(usage -> usage.typed().substring("/roadmap ".length()))
                .collect(Collectors.toSet());
        for (Map<String, Object> command : slashCommands()) {
            List<String> hints = Arrays.stream(
                            command.get("usage_hint").toString().split(" \\| "))
                    .toList();
            assertTrue(typed.containsAll(hints), () -> "the hint " + hints + " names commands that are not there");
            Set<String> verbs =
                    hints.stream().map(hint -> hint.split(" ", 2)[0]).collect(Collectors.toSet());
            assertTrue(verbs.containsAll(MOST_USEFUL), () -> "the hint " + hints + " lacks some of " + MOST_USEFUL);
            assertTrue(command.get("description").toString().length() <= LONGEST_DESCRIPTION_IN_SLACK);
        }
    }

    @Test
    void slack_has_both_slash_commands() throws IOException {
        assertEquals(
                List.of("/roadmap", "/throughline"),
                slashCommands().stream().map(command -> command.get("command")).toList());
    }

    @Test
    void a_request_is_made_of_a_message_on_both_platforms() throws IOException {
        Map<String, Object> teams = read("teams/manifest.json");
        Map<String, Object> extension = maps(teams.get("composeExtensions")).get(0);
        Map<String, Object> action = maps(extension.get("commands")).get(0);
        assertEquals(maps(teams.get("bots")).get(0).get("botId"), extension.get("botId"));
        assertEquals(REQUEST, action.get("id"));
        assertEquals(List.of("message"), action.get("context"));
        assertEquals(true, action.get("fetchTask"), "its dialog is the bot's");
        Map<String, Object> shortcut = shortcuts().stream()
                .filter(one -> one.get("callback_id").equals(REQUEST))
                .findFirst()
                .orElseThrow();
        assertEquals("message", shortcut.get("type"));
        assertEquals(action.get("title"), shortcut.get("name"));
        assertEquals(action.get("description"), shortcut.get("description"));
        assertTrue(usages.containsKey(REQUEST));
    }

    @Test
    void slack_names_shortcuts_within_its_limits() throws IOException {
        assertEquals(
                Set.of("which_okr", REQUEST),
                shortcuts().stream().map(one -> one.get("callback_id")).collect(Collectors.toSet()));
        for (Map<String, Object> shortcut : shortcuts()) {
            assertTrue(shortcut.get("name").toString().length() <= LONGEST_SHORTCUT_IN_SLACK);
            assertTrue(shortcut.get("description").toString().length() <= LONGEST_SHORTCUT_DESCRIPTION_IN_SLACK);
        }
    }

    private static List<Map<String, Object>> shortcuts() throws IOException {
        return maps(map(read("slack/manifest.yml").get("features")).get("shortcuts"));
    }

    private static List<Map<String, Object>> commandLists() throws IOException {
        return maps(maps(read("teams/manifest.json").get("bots")).get(0).get("commandLists"));
    }

    private static List<Map<String, Object>> slashCommands() throws IOException {
        return maps(map(read("slack/manifest.yml").get("features")).get("slash_commands"));
    }

    /** JSON is YAML too. */
    private static Map<String, Object> read(String file) throws IOException {
        return new Yaml().load(Files.readString(Path.of("../../config").resolve(file)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
