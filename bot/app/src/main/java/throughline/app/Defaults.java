package throughline.app;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings as they are delivered: {@code config/application.yml} in the jar. */
final class Defaults {
    private static final String FILE = "config/application.yml";

    private Defaults() {}

    /** Values by dotted key, as text. */
    static Map<String, String> read() {
        Map<String, String> values = new TreeMap<>();
        try (InputStream file = open(FILE)) {
            new YamlPropertySourceLoader().read(FILE, file).forEach((key, value) -> values.put(key, value.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return values;
    }

    /** A file of {@code config/}, which the jar contains. */
    static InputStream open(String name) {
        return Optional.ofNullable(Defaults.class.getClassLoader().getResourceAsStream(name))
                .orElseThrow(() -> new IllegalStateException(name + " is missing in the jar"));
    }
}
