package throughline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings as they are delivered: {@code config/application.yml} in the jar. */
final class Defaults {
    private static final String FILE = "config/application.yml";

    private Defaults() {}

    /** Values by dotted key, as text. */
    static Map<String, String> read() {
        try (InputStream file = open(FILE)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads what this file needs of YAML, groups of plain or quoted values: loading a parser takes a tenth of a start. */
    private static Map<String, String> read(String text) {
        Map<String, String> values = new TreeMap<>();
        String group = "";
        for (String line : text.lines().filter(Defaults::isEntry).toList()) {
            String key = line.substring(0, line.indexOf(':'));
            if (key.startsWith(" ")) {
                values.put(group + "." + key.strip(), unquoted(line.substring(key.length() + 1)));
            } else {
                group = key;
            }
        }
        return values;
    }

    private static boolean isEntry(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith("#");
    }

    private static String unquoted(String value) {
        return value.strip().replaceAll("^\"|\"$", "");
    }

    /** A file of {@code config/}, which the jar contains. */
    static InputStream open(String name) {
        return Optional.ofNullable(Defaults.class.getClassLoader().getResourceAsStream(name))
                .orElseThrow(() -> new IllegalStateException(name + " is missing in the jar"));
    }
}
