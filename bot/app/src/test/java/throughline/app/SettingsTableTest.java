package throughline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class SettingsTableTest {
    private static final Path TOP = Path.of("../..");

    @Test
    void every_key_of_the_file_is_a_setting_and_every_setting_a_key() {
        Set<String> settings = Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toSet());
        assertEquals(settings, Defaults.read().keySet());
    }

    @Test
    void the_file_is_read_as_any_other_yaml() throws IOException {
        Map<String, Map<String, Object>> groups = new Yaml().load(application());
        Map<String, String> values = new TreeMap<>();
        groups.forEach((group, keys) -> keys.forEach((key, value) -> values.put(group + "." + key, value.toString())));
        assertEquals(values, Defaults.read());
    }

    @Test
    void every_key_has_one_line_of_comment() throws IOException {
        long rows = SettingsTable.of(application())
                .lines()
                .filter(line -> line.startsWith("| `"))
                .count();
        assertEquals(Setting.values().length, rows);
    }

    @Test
    void the_readme_tells_the_settings_as_they_are() throws IOException {
        String readme = Files.readString(TOP.resolve("README.md"));
        String table = SettingsTable.of(application());
        assertTrue(readme.contains(table), () -> "README.md needs this table:\n" + table);
    }

    private static String application() throws IOException {
        return Files.readString(TOP.resolve("config/application.yml"));
    }
}
